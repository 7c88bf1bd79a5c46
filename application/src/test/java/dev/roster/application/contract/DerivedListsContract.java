package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.access.WhatMay;
import dev.roster.application.access.WhoMay;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.RegisteredPermissions.Registered;
import dev.roster.application.role.UpdateRole;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Entitlement;
import dev.roster.domain.access.Extent;
import dev.roster.domain.access.RoleChange.Effect;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.Door;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.Role;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.UserId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lists and previews of every store must be: what decisions say, for everybody and everything in it. */
public interface DerivedListsContract extends StoreContract {
    Caller OPERATOR = Caller.operator("root", Origin.of(Door.CLI));

    private static UseCases useCases(Ports ports) {
        ports.registeredPermissions().add(new Registered(new RegisteredPermission("arize:DASHBOARD_READ"), ""));
        return UseCases.over(ports, InstantSource.fixed(Given.THEN));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    default void whoMayIsWhomDecisionsAllow(long seed) {
        Ports ports = ports();
        SmallWorld world = SmallWorld.random(ports, seed);
        WhoMay whoMay = useCases(ports).get(WhoMay.class);
        List<Actor> actors = world.wholeActors();

        for (Target target : world.targets()) {
            for (Permission permission : world.permissions().stream()
                    .filter(one -> Math.floorMod(one.key().hashCode() + seed, 4) == 0)
                    .toList()) {
                List<UserId> listed = Pages.walk(
                                3, page -> whoMay.handle(OPERATOR, new WhoMay.Query(permission, target.ref()), page))
                        .stream()
                        .map(WhoMay.Entitled::user)
                        .toList();

                assertThat(listed)
                        .as("%s on %s", permission, target)
                        .isEqualTo(actors.stream()
                                .filter(actor -> AccessPolicy.allows(actor, permission, target))
                                .map(Actor::id)
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    default void whatMayIsWhatDecisionsAllow(long seed) {
        Ports ports = ports();
        SmallWorld world = SmallWorld.random(ports, seed);
        WhatMay whatMay = useCases(ports).get(WhatMay.class);

        for (Actor actor : world.wholeActors()) {
            List<Entitlement> listed = Pages.walk(1, page -> whatMay.handle(OPERATOR, actor.id(), page));

            assertThat(listed).isEqualTo(Pages.walk(1_000, page -> whatMay.handle(OPERATOR, actor.id(), page)));
            assertThat(listed)
                    .allSatisfy(one -> assertThat(one.permissions())
                            .allMatch(permission -> AccessPolicy.allows(actor, permission, one.place())));
            for (Target place : world.targets()) {
                if (place.kind() != Target.Kind.USER && place.kind() != Target.Kind.ROLE) {
                    assertThat(world.permissions())
                            .as("%s on %s", actor, place)
                            .filteredOn(permission -> AccessPolicy.allows(actor, permission, place))
                            .allMatch(permission -> listed.stream()
                                    .anyMatch(one -> one.permissions().contains(permission)
                                            || one.onOpenDatasets().contains(permission)));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    default void previewIsTheDifferenceThatTheChangeMakes(long seed) {
        Ports ports = ports();
        SmallWorld world = SmallWorld.random(ports, seed);
        UpdateRole update = useCases(ports).get(UpdateRole.class);
        Role narrow = ports.roles().findByName(NameKey.of("narrow")).orElseThrow();
        UpdateRole.Command command = UpdateRole.Command.of(narrow.id())
                .withPermissions(Change.to(PermissionSet.of(world.permissions().stream()
                        .filter(one -> !narrow.holds(one) || one.key().hashCode() % 2 == 0)
                        .toList())));
        List<Actor> before = world.wholeActors();

        Map<UserId, List<Effect>> previewed = new HashMap<>();
        Pages.walk(2, page -> update.preview(OPERATOR, command, page))
                .forEach(affected -> previewed.put(affected.user().id(), affected.effects()));
        update.handle(OPERATOR, command);

        for (Actor then : before) {
            Actor now = ports.actors().findWhole(then.id()).orElseThrow();
            List<Effect> effects = previewed.getOrDefault(then.id(), List.of());
            for (Target target : world.targets()) {
                boolean differs = world.permissions().stream()
                        .anyMatch(permission -> AccessPolicy.allows(then, permission, target)
                                != AccessPolicy.allows(now, permission, target));
                assertThat(!differs || !effects.isEmpty())
                        .as("%s on %s", then, target)
                        .isTrue();
            }
            assertThat(effects)
                    .filteredOn(effect -> effect.extent() == Extent.WHOLE)
                    .allSatisfy(effect -> {
                        assertThat(effect.gained())
                                .allMatch(permission -> !AccessPolicy.allows(then, permission, effect.place())
                                        && AccessPolicy.allows(now, permission, effect.place()));
                        assertThat(effect.lost())
                                .allMatch(permission -> AccessPolicy.allows(then, permission, effect.place())
                                        && !AccessPolicy.allows(now, permission, effect.place()));
                    });
        }
        assertThat(previewed).isNotEmpty();
    }
}
