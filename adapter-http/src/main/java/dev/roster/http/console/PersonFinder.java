package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.port.People.Person;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.FindPerson;
import dev.roster.domain.RefusedException;
import dev.roster.domain.text.Uuids;
import dev.roster.domain.user.UserId;
import dev.roster.http.web.Call;
import jakarta.inject.Inject;

/** Finds whom a page is about, by id, username or e-mail. */
final class PersonFinder {
    private final FindPerson findPerson;
    private final DeleteUser deleteUser;

    @Inject
    PersonFinder(FindPerson findPerson, DeleteUser deleteUser) {
        this.findPerson = findPerson;
        this.deleteUser = deleteUser;
    }

    /** @throws RefusedException NOT_FOUND naming {@code user}, the same for people who are not there and not to be seen */
    Person find(Caller caller, String who) {
        return Uuids.isUuid(who) ? byId(caller, UserId.parse(who)) : findPerson.byLogin(caller, who);
    }

    /**
     * The same for something that is done with them.
     *
     * @param offer under which it is offered
     * @throws RefusedException FORBIDDEN where it is not
     */
    Person offered(Call call, PersonActions actions, String offer) {
        Person person = find(call.caller(), call.context().pathParam("who"));
        if (actions.of(call.caller(), person).stream()
                .noneMatch(action -> action.text().equals(offer))) {
            throw RefusedException.forbidden("you may not do this, or the state of the account does not allow it");
        }
        return person;
    }

    private Person byId(Caller caller, UserId id) {
        try {
            return findPerson.handle(caller, id);
        } catch (RefusedException refusal) {
            if (refusal.kind() != RefusedException.Kind.NOT_FOUND) {
                throw refusal;
            }
            return deleted(caller, id, refusal);
        }
    }

    /** Those who may delete may see whom they have deleted. */
    private Person deleted(Caller caller, UserId id, RefusedException otherwise) {
        try {
            return PeopleRows.deleted(deleteUser.deleted(caller, id));
        } catch (RefusedException refusal) {
            throw switch (refusal.kind()) {
                case FORBIDDEN, NOT_FOUND -> otherwise;
                case INVALID, UNAUTHENTICATED, CONFLICT, CHANGED, THROTTLED, BUSY, UNAVAILABLE -> refusal;
            };
        }
    }
}
