package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.port.Targets;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link Targets} must do. */
public interface TargetsContract extends StoreContract {
    @Test
    default void everyKindOfTargetIsFound() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Dataset contracts = given.dataset("contracts", legal);
        Set<Target> wanted = Set.of(
                Target.instance(),
                Target.of(given.user("ana").user()),
                Target.of(given.role("curator")),
                Target.of(PredefinedRole.OWNER.role()),
                Target.of(given.organization()),
                Target.of(legal),
                Target.of(contracts, Target.of(legal)));

        Map<Target.Ref, Target> found = find(ports, wanted);

        assertThat(found).isEqualTo(wanted.stream().collect(Collectors.toMap(Target::ref, Function.identity())));
        assertThat(found.values())
                .extracting(Target::label)
                .containsExactlyInAnyOrderElementsOf(
                        wanted.stream().map(Target::label).toList());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INSTANCE")
    default void whatIsNotThereIsLeftOut(Target.Kind kind) {
        Ports ports = ports();
        Target.Ref unknown = new Target.Ref(kind, new UUID(1, 2));

        assertThat(ports.targets().find(Set.of(unknown, Target.Ref.instance())))
                .containsExactly(Map.entry(Target.Ref.instance(), Target.instance()));
    }

    @Test
    default void anIdOfAnotherKindIsNotFound() {
        Ports ports = ports();
        Target.Ref legal = Target.of(new Given(ports).workspace("legal")).ref();

        assertThat(ports.targets().find(Set.of(new Target.Ref(Target.Kind.DATASET, legal.id()))))
                .isEmpty();
    }

    @Test
    default void noReferencesNoTargets() {
        assertThat(ports().targets().find(Set.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void onlyDeletedUsersAreNoTargets(UserStatus status) {
        Ports ports = ports();
        GivenUser ana = new Given(ports).user("ana").status(status);

        Map<Target.Ref, Target> found = find(ports, Set.of(Target.of(ana.user())));

        assertThat(found.isEmpty()).isEqualTo(status == UserStatus.DELETED);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    default void foundTargetsCarryTheirFacts(long seed) {
        Ports ports = ports();
        SmallWorld world = SmallWorld.random(ports, seed);

        Map<Target.Ref, Target> found = find(ports, Set.copyOf(world.targets()));

        for (Target target : world.targets()) {
            Target same = found.getOrDefault(target.ref(), Target.instance());
            for (Actor actor : world.wholeActors()) {
                for (Permission permission : world.permissions()) {
                    assertThat(AccessPolicy.decide(actor, permission, same).reason())
                            .as("seed %d", seed)
                            .isEqualTo(AccessPolicy.decide(actor, permission, target)
                                    .reason());
                }
            }
        }
    }

    @Test
    default void ownersAreKnownAsOwners() {
        Ports ports = ports();
        Given given = new Given(ports);
        Target olga = Target.of(given.owner("olga").user());
        GivenUser clerk = given.user("clerk").role(given.role("clerk", RosterPermission.USER_UPDATE));
        Actor actor = ports.actors().findWhole(clerk.id()).orElseThrow();

        Target found = find(ports, Set.of(olga)).getOrDefault(olga.ref(), Target.instance());

        assertThat(AccessPolicy.allows(actor, RosterPermission.USER_UPDATE, found))
                .isFalse();
    }

    private static Map<Target.Ref, Target> find(Ports ports, Set<Target> targets) {
        return ports.targets().find(targets.stream().map(Target::ref).collect(Collectors.toSet()));
    }
}
