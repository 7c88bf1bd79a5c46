package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Assignments;
import dev.roster.application.port.Assignments.Assignee;
import dev.roster.domain.dataset.Assignment;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Assignments} must do. */
public interface AssignmentsContract extends StoreContract {
    @Test
    default void addedAssignmentComesBackAsItWas() {
        Ports ports = ports();
        Given given = new Given(ports);
        Dataset contracts = dataset(given, "contracts");
        User ana = given.user("ana").user();
        Assignment wanted = new Assignment(0, contracts.id(), ana.id(), THEN);

        Assignment added = ports.assignments().add(wanted).orElseThrow();

        assertThat(added.number()).isPositive();
        assertThat(added).isEqualTo(wanted.withNumber(added.number()));
        assertThat(assignees(ports, contracts)).containsExactly(new Assignee(ana, added));
    }

    @Test
    default void assigningTwiceChangesNothing() {
        Ports ports = ports();
        Given given = new Given(ports);
        Dataset contracts = dataset(given, "contracts");
        UserId ana = given.user("ana").assignedTo(contracts).id();
        List<Assignee> before = assignees(ports, contracts);

        assertThat(ports.assignments().add(new Assignment(0, contracts.id(), ana, THEN.plusSeconds(9))))
                .isEmpty();
        assertThat(assignees(ports, contracts)).isEqualTo(before);
    }

    @Test
    default void unassigningTwiceIsSeen() {
        Ports ports = ports();
        Given given = new Given(ports);
        Dataset contracts = dataset(given, "contracts");
        Dataset other = dataset(given, "other");
        UserId ana = given.user("ana").assignedTo(contracts).assignedTo(other).id();
        given.user("bob").assignedTo(contracts);

        assertThat(ports.assignments().remove(contracts.id(), ana)).isTrue();
        assertThat(ports.assignments().remove(contracts.id(), ana)).isFalse();
        assertThat(usernames(ports, contracts)).containsExactly("bob");
        assertThat(usernames(ports, other)).containsExactly("ana");
    }

    @Test
    default void unassigningFromAllLeavesOthers() {
        Ports ports = ports();
        Given given = new Given(ports);
        Dataset contracts = dataset(given, "contracts");
        Dataset other = dataset(given, "other");
        UserId ana = given.user("ana").assignedTo(contracts).assignedTo(other).id();
        given.user("bob").assignedTo(contracts);

        ports.assignments().removeAllOf(ana);

        assertThat(usernames(ports, contracts)).containsExactly("bob");
        assertThat(usernames(ports, other)).isEmpty();
    }

    @Test
    default void unassigningWithinAWorkspaceSparesOthers() {
        Ports ports = ports();
        Given given = new Given(ports);
        Dataset one = dataset(given, "one");
        Dataset two = dataset(given, "two");
        Dataset elsewhere = given.dataset("elsewhere", given.workspace("other"));
        UserId ana = given.user("ana")
                .assignedTo(one)
                .assignedTo(two)
                .assignedTo(elsewhere)
                .id();
        given.user("bob").assignedTo(one);

        ports.assignments().removeAllOf(ana, Place.of(one.workspace()));

        assertThat(usernames(ports, one)).containsExactly("bob");
        assertThat(usernames(ports, two)).isEmpty();
        assertThat(usernames(ports, elsewhere)).containsExactly("ana");
    }

    @Test
    default void assigneesComeInOrderOfAssignment() {
        Ports ports = ports();
        Given given = new Given(ports);
        Dataset contracts = dataset(given, "contracts");
        UserId zoe = given.user("zoe").id();
        given.user("ana").assignedTo(contracts);
        given.user("bob").assignedTo(contracts);
        ports.assignments().add(new Assignment(0, contracts.id(), zoe, THEN));

        assertThat(Pages.walk(1, page -> ports.assignments().assignees(contracts.id(), page)))
                .extracting(assignee -> assignee.user().username().value())
                .containsExactly("ana", "bob", "zoe");
    }

    @Test
    default void whoIsAssignedAgainGoesLast() {
        Ports ports = ports();
        Given given = new Given(ports);
        Dataset contracts = dataset(given, "contracts");
        UserId ana = given.user("ana").assignedTo(contracts).id();
        given.user("bob").assignedTo(contracts);

        ports.assignments().remove(contracts.id(), ana);
        ports.assignments().add(new Assignment(0, contracts.id(), ana, THEN));

        assertThat(usernames(ports, contracts)).containsExactly("bob", "ana");
    }

    @Test
    default void unassigningWithinAnOrganizationSparesOthers() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Dataset one = given.dataset("one", given.workspace("legal", acme));
        Dataset two = given.dataset("two", given.workspace("model", acme));
        Dataset elsewhere = given.dataset("elsewhere", given.workspace("other", given.organization("beta")));
        UserId ana = given.user("ana")
                .assignedTo(one)
                .assignedTo(two)
                .assignedTo(elsewhere)
                .id();
        given.user("bob").assignedTo(one);

        ports.assignments().removeAllOf(ana, Place.of(acme.id()));

        assertThat(usernames(ports, one)).containsExactly("bob");
        assertThat(usernames(ports, two)).isEmpty();
        assertThat(usernames(ports, elsewhere)).containsExactly("ana");
    }

    private static Dataset dataset(Given given, String name) {
        return given.dataset(name, given.workspace("legal"));
    }

    private static List<Assignee> assignees(Ports ports, Dataset dataset) {
        return ports.assignments().assignees(dataset.id(), PageRequest.first()).items();
    }

    private static List<String> usernames(Ports ports, Dataset dataset) {
        return assignees(ports, dataset).stream()
                .map(assignee -> assignee.user().username().value())
                .toList();
    }
}
