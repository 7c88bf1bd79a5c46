package dev.roster.application.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.Door;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ReplaceCreatorTest {
    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UpdateDataset update = UseCases.over(ports, fakes.clock()).get(UpdateDataset.class);
    private final GivenUser olga = given.owner("olga").in(given.organization());
    private final Workspace legal = given.workspace("legal");
    private final Dataset letters = given.dataset("letters", legal);
    private final GivenUser ana = given.user("ana").in(given.organization()).in(legal, PredefinedRole.VIEWER.role());

    private void replace(GivenUser caller, UserId creator) {
        update.handle(
                Caller.user(caller.user(), Origin.of(Door.API)),
                new UpdateDataset.Command(letters.id(), Change.none(), Change.none(), Change.to(creator)));
    }

    private RefusedException refusal(GivenUser caller, UserId creator) {
        return catchThrowableOfType(RefusedException.class, () -> replace(caller, creator));
    }

    @Test
    void whoMayReadTheDatasetBecomesItsCreatorAndTheTrailSaysSo() {
        replace(olga, ana.id());

        AuditEvent event = ports.auditTrail()
                .list(AuditTrail.Filter.all(), PageRequest.first(100))
                .items()
                .get(0);
        assertThat(ports.datasets().get(letters.id()).dataset().creator()).isEqualTo(ana.id());
        assertThat(event.action()).isEqualTo("dataset.update");
        assertThat(event.changes()).containsOnlyKeys("creator_id");
    }

    @Test
    void managersOfTheWorkspaceReplaceItToo() {
        GivenUser mia = given.user("mia").in(given.organization()).in(legal, PredefinedRole.MANAGER.role());

        replace(mia, mia.id());

        assertThat(ports.datasets().get(letters.id()).dataset().creator()).isEqualTo(mia.id());
    }

    @Test
    void whoMayOnlyRenameDatasetsDoesNot() {
        GivenUser member = given.user("moe").in(given.organization()).in(legal, PredefinedRole.MEMBER.role());

        assertThat(refusal(member, ana.id()).missing()).isEqualTo("dataset:assign");
        assertThat(refusal(ana, ana.id()).missing()).isEqualTo("dataset:update");
        assertThat(ports.datasets().get(letters.id()).dataset().creator()).isNull();
    }

    @Test
    void whoMayNotReadTheDatasetOrIsNobodyIsRefusedInTheSameWords() {
        GivenUser stranger = given.user("eve").in(given.organization());
        GivenUser gone = given.user("gone").in(given.organization()).in(legal).status(UserStatus.DEACTIVATED);

        RefusedException refused = refusal(olga, stranger.id());

        assertThat(refused.kind()).isEqualTo(RefusedException.Kind.INVALID);
        assertThat(refused.field()).isEqualTo("creator_id");
        assertThat(refusal(olga, gone.id()).reason()).isEqualTo(refused.reason());
        assertThat(refusal(olga, new UserId(ports.ids().next())).reason()).isEqualTo(refused.reason());
    }

    @Test
    void guestWhoseStayIsOverIsRefusedAndSoIsAServiceAccountOfTheirs() {
        Instant end = fakes.clock().instant().plus(Duration.ofDays(1));
        GivenUser gina = given.user("gina").staying(new Stay(legal.id(), end)).in(legal, PredefinedRole.VIEWER.role());
        GivenUser robot = given.user("robot").serviceOf(gina).in(legal, PredefinedRole.VIEWER.role());
        replace(olga, gina.id());
        replace(olga, robot.id());
        replace(olga, ana.id());

        fakes.clock().advance(Duration.ofDays(1));

        assertThat(refusal(olga, gina.id()).field()).isEqualTo("creator_id");
        assertThat(refusal(olga, robot.id()).field()).isEqualTo("creator_id");
        assertThat(ports.datasets().get(letters.id()).dataset().creator()).isEqualTo(ana.id());
    }
}
