package dev.roster.application.user;

import dev.roster.application.access.Caller;
import dev.roster.application.port.People;
import dev.roster.application.port.People.Person;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Optional;

/** Shows a person to those who may read users, and to those who hold {@code member:read} where the person is a member. */
public final class FindPerson {
    private final UnitOfWork work;
    private final People people;
    private final Users users;

    @Inject
    FindPerson(UnitOfWork work, People people, Users users) {
        this.work = work;
        this.people = people;
        this.users = users;
    }

    /** @throws RefusedException NOT_FOUND naming {@code user}, the same for people who are not there and not to be seen */
    public Person handle(Caller caller, UserId id) {
        return work.reading(() -> find(caller, id).orElseThrow(() -> RefusedException.notFound("user", id)));
    }

    /** The same by the number of the user. */
    public Person byNumber(Caller caller, long number) {
        return work.reading(() -> users.findByNumber(number)
                .map(User::id)
                .flatMap(id -> find(caller, id))
                .orElseThrow(() -> RefusedException.notFound("user", number)));
    }

    /** The same by username or e-mail, regardless of case. */
    public Person byLogin(Caller caller, String login) {
        return work.reading(() -> users.findByLogin(NameKey.of(login.strip()))
                .map(User::id)
                .flatMap(id -> find(caller, id))
                .orElseThrow(() -> RefusedException.notFound("user", login)));
    }

    private Optional<Person> find(Caller caller, UserId id) {
        return people.find(id, work.now()).filter(person -> isVisible(caller, person));
    }

    private boolean isVisible(Caller caller, Person person) {
        return work.guard().allows(caller, RosterPermission.USER_READ, Target.of(person.user()))
                || !Collections.disjoint(
                        SharedPlaces.of(work.guard().wholeActor(caller)),
                        people.placesOf(person.user().id()));
    }
}
