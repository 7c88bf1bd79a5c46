package dev.roster.application.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.organization.DeleteOrganization;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Workspaces;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.invitation.InviteLink;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What ends with a place, what the audit trail says of it, and who may not end it. */
class DeleteWithContentsTest {
    private static final Role VIEWER = PredefinedRole.VIEWER.role();

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Caller olga = caller(given.owner("olga"));

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), Origin.of(Door.API));
    }

    /** The workspace with two datasets, two members and two grants. */
    private Workspace furnished(Organization organization) {
        Workspace legal = given.workspace("legal", organization);
        Dataset letters = given.dataset("letters", legal);
        given.dataset("contracts", legal);
        given.user("ana").in(legal).granted(VIEWER, letters).assignedTo(letters);
        given.user("bob").in(legal).granted(VIEWER, legal);
        return legal;
    }

    private List<String> events() {
        return ports.auditTrail().list(AuditTrail.Filter.all(), PageRequest.first()).items().stream()
                .map(DeleteWithContentsTest::line)
                .toList();
    }

    private static String line(AuditEvent event) {
        AuditEvent.Change user = event.changes().get("user");
        return event.action() + " " + event.subjectName() + (user == null ? "" : " " + user.before());
    }

    private DeleteWorkspace.Deleted delete(Caller caller, Workspace workspace) {
        return useCases.get(DeleteWorkspace.class).handle(caller, DeleteWorkspace.Command.withContents(workspace.id()));
    }

    @Test
    void eachThingThatEndsWithAWorkspaceHasItsEvent() {
        Workspace legal = furnished(given.organization());

        DeleteWorkspace.Deleted deleted = delete(olga, legal);

        assertThat(deleted).isEqualTo(new DeleteWorkspace.Deleted(legal, new Workspaces.Contents(2, 0, 2, 2)));
        assertThat(events())
                .containsExactlyInAnyOrder(
                        "grant.delete letters ana",
                        "grant.delete legal bob",
                        "dataset.delete letters",
                        "dataset.delete contracts",
                        "member.remove legal ana",
                        "member.remove legal bob",
                        "workspace.delete legal");
        assertThat(ports.workspaces().contents(legal.id())).isEqualTo(new Workspaces.Contents(0, 0, 0, 0));
    }

    @Test
    void eachThingThatEndsWithAnOrganizationHasItsEvent() {
        given.organization();
        Organization acme = given.organization("acme");
        furnished(acme);
        given.workspace("empty", acme);
        given.user("eve").in(acme);
        ports.inviteLinks()
                .put(new InviteLink(
                        acme.id(), new SecretText("a-link").digest(), "sealed", Given.THEN, null, null, 0, Set.of()));

        Organizations.Contents contents = useCases.get(DeleteOrganization.class).handle(olga, acme.id());

        assertThat(contents).isEqualTo(new Organizations.Contents(1, 0, 2, 2));
        assertThat(events())
                .contains(
                        "dataset.delete letters",
                        "member.remove legal ana",
                        "workspace.delete legal",
                        "workspace.delete empty",
                        "organization-member.remove acme eve",
                        "invite-link.remove acme",
                        "organization.delete acme")
                .hasSize(11);
        assertThat(ports.inviteLinks().find(acme.id())).isEmpty();
    }

    @Test
    void aPreviewChangesNothingAndRefusesWhatTheDeletionWould() {
        Workspace legal = furnished(given.organization());
        Role janitor = given.role("janitor", RosterPermission.WORKSPACE_DELETE);
        Caller jan = caller(given.user("jan").in(legal, janitor));
        DeleteWorkspace useCase = useCases.get(DeleteWorkspace.class);

        DeleteWorkspace.Deleted there = useCase.preview(olga, legal.id());

        assertThat(there).isEqualTo(new DeleteWorkspace.Deleted(legal, new Workspaces.Contents(3, 0, 2, 2)));
        assertThat(events()).isEmpty();
        assertThat(ports.workspaces().find(legal.id())).contains(legal);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCase.preview(jan, legal.id()))
                .withMessageContaining("dataset:delete");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> delete(jan, legal))
                .withMessageContaining("dataset:delete");
        assertThat(ports.workspaces().find(legal.id())).contains(legal);
    }

    @Test
    void moreThanAPageGoesToo() {
        Workspace legal = given.workspace("legal");
        for (int i = 0; i <= PageRequest.MOST; i++) {
            given.dataset("dataset-" + i, legal);
        }

        assertThat(delete(olga, legal).contents().datasets()).isEqualTo(PageRequest.MOST + 1L);

        assertThat(ports.workspaces().find(legal.id())).isEmpty();
        assertThat(ports.datasets().namesIn(legal.id(), 1)).isEmpty();
    }
}
