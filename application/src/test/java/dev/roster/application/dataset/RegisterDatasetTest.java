package dev.roster.application.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In whose name a dataset is registered. */
class RegisterDatasetTest {
    private final Fakes fakes = new Fakes();
    private final Given given = new Given(fakes.ports());
    private final Workspace legal = given.workspace("legal");
    private final GivenUser olga = given.owner("olga");
    private final GivenUser maya =
            given.user("maya").role(PredefinedRole.MANAGER).in(legal);

    private @Nullable UserId creator(GivenUser by, UserId creator) {
        return UseCases.over(fakes.ports(), fakes.clock())
                .get(RegisterDataset.class)
                .handle(
                        Caller.user(by.user(), Origin.of(Door.API)),
                        RegisterDataset.Command.of(legal.id(), new DatasetName("contracts"), DatasetAccess.WORKSPACE)
                                .withCreator(creator))
                .dataset()
                .creator();
    }

    @Test
    void anOwnerRegistersInTheNameOfOthers() {
        assertThat(creator(olga, maya.id())).isEqualTo(maya.id());
    }

    @Test
    void nobodyElseDoes() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> creator(maya, olga.id()))
                .returns(Kind.FORBIDDEN, RefusedException::kind);
    }

    @Test
    void whoIsNotThereRegistersNothing() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> creator(olga, new UserId(fakes.ports().ids().next())))
                .returns(Kind.NOT_FOUND, RefusedException::kind);
    }
}
