package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.People.Person;
import dev.roster.application.user.FindPerson;
import dev.roster.application.user.FindUser;
import dev.roster.application.user.ListPeople;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.util.List;

/** Finds people by what is typed: among all for those who may read users, among the people of their places for others. */
final class Lookup {
    private static final int SUGGESTED = 8;

    private final FindUser findUser;
    private final FindPerson findPerson;
    private final ListPeople listPeople;
    private final May may;

    @Inject
    Lookup(FindUser findUser, FindPerson findPerson, ListPeople listPeople, May may) {
        this.findUser = findUser;
        this.findPerson = findPerson;
        this.listPeople = listPeople;
        this.may = may;
    }

    /**
     * The one with that username or e-mail.
     *
     * @throws RefusedException NOT_FOUND naming {@code user}
     */
    User find(Caller caller, String login) {
        return may.everywhere(caller, RosterPermission.USER_READ)
                ? findUser.byLogin(caller, login)
                : findPerson.byLogin(caller, login).user();
    }

    /** The first few whose names hold that; nobody for nothing. */
    List<User> suggest(Caller caller, String text) {
        if (text.isBlank()) {
            return List.of();
        }
        try {
            return listPeople
                    .handle(caller, ListPeople.Query.all().withText(text.strip()), PageRequest.first(SUGGESTED))
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
