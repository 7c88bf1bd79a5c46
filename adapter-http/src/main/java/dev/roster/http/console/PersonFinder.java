package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.People.Person;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.FindPerson;
import dev.roster.application.user.ListPeople;
import dev.roster.domain.RefusedException;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.text.Uuids;
import dev.roster.domain.user.UserId;
import dev.roster.http.web.Call;
import jakarta.inject.Inject;

/** Finds whom a page is about, by id or by username. */
final class PersonFinder {
    private static final int LIKE_NAMED = 200;

    private final FindPerson findPerson;
    private final ListPeople listPeople;
    private final DeleteUser deleteUser;

    @Inject
    PersonFinder(FindPerson findPerson, ListPeople listPeople, DeleteUser deleteUser) {
        this.findPerson = findPerson;
        this.listPeople = listPeople;
        this.deleteUser = deleteUser;
    }

    /** @throws RefusedException NOT_FOUND naming {@code user}, the same for people who are not there and not to be seen */
    Person find(Caller caller, String who) {
        return Uuids.isUuid(who) ? byId(caller, UserId.parse(who)) : byName(caller, who);
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
            throw RefusedException.forbidden("this is not for you to do, or not possible as the account stands");
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
            throw otherwise;
        }
    }

    private Person byName(Caller caller, String name) {
        NameKey wanted = NameKey.of(name.strip());
        return listPeople
                .handle(caller, ListPeople.Query.all().withText(name.strip()), PageRequest.first(LIKE_NAMED))
                .items()
                .stream()
                .filter(person -> person.user().username().key().equals(wanted))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound("user", name));
    }
}
