package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.People.Person;
import dev.roster.application.user.FindUser;
import dev.roster.application.user.ListPeople;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.util.List;

/** Finds people by what is typed: among all for those who may read users, among the people of their places for others. */
final class Lookup {
    private static final int SUGGESTED = 8;

    private final FindUser findUser;
    private final ListPeople listPeople;
    private final May may;

    @Inject
    Lookup(FindUser findUser, ListPeople listPeople, May may) {
        this.findUser = findUser;
        this.listPeople = listPeople;
        this.may = may;
    }

    /**
     * The one with that username or e-mail.
     *
     * @throws RefusedException NOT_FOUND naming {@code user}
     */
    User find(Caller caller, String login) {
        if (may.everywhere(caller, RosterPermission.USER_READ)) {
            return findUser.byLogin(caller, login);
        }
        NameKey wanted = NameKey.of(login.strip());
        return suggested(caller, login, PageRequest.MOST).stream()
                .filter(user -> isCalled(user, wanted))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound("user", login));
    }

    private static boolean isCalled(User user, NameKey login) {
        EmailAddress email = user.email();
        return user.username().key().equals(login)
                || (email != null && NameKey.of(email.value()).equals(login));
    }

    /** The first few whose names hold that; nobody for nothing. */
    List<User> suggest(Caller caller, String text) {
        return text.isBlank() ? List.of() : suggested(caller, text, SUGGESTED);
    }

    private List<User> suggested(Caller caller, String text, int most) {
        try {
            return listPeople
                    .handle(caller, ListPeople.Query.all().withText(text.strip()), PageRequest.first(most))
                    .map(Person::user)
                    .items();
        } catch (RefusedException refusal) {
            if (refusal.kind() == Kind.FORBIDDEN) {
                return List.of();
            }
            throw refusal;
        }
    }
}
