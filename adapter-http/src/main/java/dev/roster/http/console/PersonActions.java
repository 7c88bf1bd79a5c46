package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.port.People.Person;
import dev.roster.application.user.AskTakeOver;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.PersonStatus;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import dev.roster.http.console.view.PersonDetailsView.Action;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the caller may do with an account as it stands. The use cases behind the pages ask for themselves again. */
final class PersonActions {
    private final AskTakeOver askTakeOver;
    private final Choices choices;

    @Inject
    PersonActions(AskTakeOver askTakeOver, Choices choices) {
        this.askTakeOver = askTakeOver;
        this.choices = choices;
    }

    List<Action> of(Caller caller, Person person) {
        User user = person.user();
        AskTakeOver.Answer may = askTakeOver.handle(
                caller,
                user.id(),
                Set.of(RosterPermission.USER_CREATE, RosterPermission.USER_UPDATE, RosterPermission.USER_DELETE));
        String page = "/people/" + user.id();
        if (user.status() == UserStatus.DELETED) {
            return may.has(RosterPermission.USER_DELETE)
                    ? List.of(new Action("person.erase", page + "/erase", "remove", true))
                    : List.of();
        }
        List<Action> actions = new ArrayList<>();
        if (may.has(RosterPermission.USER_UPDATE) && !may.isLastOwner()) {
            actions.add(new Action("person.role", page + "/role", "role", false));
        }
        if (!choices.workspaces(caller, RosterPermission.MEMBER_ADD).isEmpty()) {
            actions.add(new Action("person.add", page + "/add", "workspace", false));
        }
        if (may.has(RosterPermission.USER_UPDATE)) {
            actions.addAll(ofUpdates(person.status(), may.isLastOwner(), page));
        }
        boolean waits = user.status() == UserStatus.INVITED;
        if (waits && may.has(RosterPermission.USER_CREATE)) {
            actions.addAll(waiting(person));
        }
        if (!waits && may.has(RosterPermission.USER_DELETE) && !may.isLastOwner()) {
            actions.add(new Action("person.delete", page + "/delete", "remove", true));
        }
        return actions;
    }

    private static List<Action> ofUpdates(PersonStatus status, boolean isLastOwner, String page) {
        Action password = new Action("person.password", page + "/password", "key", false);
        return switch (status) {
            case ACTIVE ->
                isLastOwner
                        ? List.of(password)
                        : List.of(password, new Action("person.deactivate", page + "/deactivate", "close", true));
            case DEACTIVATED -> List.of(new Action("person.reactivate", page + "/reactivate", "check", false));
            case INVITED, EXPIRED -> List.of();
        };
    }

    /** With somebody who is invited, whom the caller may let in and send away. */
    static List<Action> waiting(Person person) {
        String page = "/invitations/" + person.user().id();
        Action revoke = new Action("person.revoke", page + "/revoke", "remove", true);
        return person.status() == PersonStatus.INVITED
                ? List.of(new Action("person.resend", page + "/resend", "mail", false), revoke)
                : List.of(revoke);
    }
}
