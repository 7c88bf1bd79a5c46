package dev.roster.application.user;

import dev.roster.application.access.Caller;
import dev.roster.application.port.People;
import dev.roster.application.port.People.Person;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Collections;

/** Shows a person to those who may read users, and to those who hold {@code member:read} where the person is a member. */
public final class FindPerson {
    private final UnitOfWork work;
    private final People people;

    @Inject
    FindPerson(UnitOfWork work, People people) {
        this.work = work;
        this.people = people;
    }

    /** @throws RefusedException NOT_FOUND naming {@code user}, the same for people who are not there and not to be seen */
    public Person handle(Caller caller, UserId id) {
        return work.reading(() -> {
            Person person = people.get(id, work.now());
            if (!isVisible(caller, person)) {
                throw RefusedException.notFound("user", id);
            }
            return person;
        });
    }

    private boolean isVisible(Caller caller, Person person) {
        return work.guard().allows(caller, RosterPermission.USER_READ, Target.of(person.user()))
                || !Collections.disjoint(
                        SharedPlaces.of(work.guard().wholeActor(caller)),
                        people.placesOf(person.user().id()));
    }
}
