package dev.roster.application.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.flat.ChooseNewcomerRole;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.grant.CreateGrant;
import dev.roster.application.grant.GrantPlace;
import dev.roster.application.membership.AddMember;
import dev.roster.application.membership.ChangeMemberRole;
import dev.roster.application.membership.PutMember;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.UpdateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A door can tell whether somebody may not give roles at all, gives more than they hold, or names a role that is not there. */
class RefusedRolesTest {
    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Workspace legal = given.workspace("legal");
    private final GivenUser ana = given.user("ana");
    private final GivenUser mara = given.user("mara").in(legal, PredefinedRole.MANAGER.role());

    @Test
    void whoMayNotGiveRolesIsNoExcess() {
        RefusedException refusal = grant(given.user("vera").in(legal, PredefinedRole.VIEWER.role()), "viewer");

        assertThat(refusal)
                .returns(Kind.FORBIDDEN, RefusedException::kind)
                .returns("grant:create", RefusedException::missing)
                .returns(false, RefusedException::isExcess);
    }

    @Test
    void moreThanIsHeldIsExcess() {
        given.role("auditor", RosterPermission.AUDIT_READ);
        mara.role(given.role("reader", RosterPermission.ROLE_READ));

        assertThat(grant(mara, "auditor"))
                .returns(Kind.FORBIDDEN, RefusedException::kind)
                .returns("audit:read", RefusedException::missing)
                .returns(true, RefusedException::isExcess);
    }

    /** Otherwise the names of custom roles, and what they hold, could be found by trying. */
    @Test
    void customRoleIsNotThereForWhoMayNeitherReadNorGiveIt() {
        String auditor = "auditor";
        RoleId id = given.role(auditor, RosterPermission.AUDIT_READ).id();
        given.role("looker", RosterPermission.DATASET_READ);
        GivenUser maria = given.user("maria").in(given.organization(), PredefinedRole.MANAGER.role());
        GivenUser desk = given.user("desk").role(given.role("desk", RosterPermission.USER_UPDATE));
        Place place = Place.of(legal.id());
        Map<String, Function<String, RefusedException>> ways = new LinkedHashMap<>();
        ways.put("grant", role -> grant(mara, role));
        ways.put(
                "member",
                role -> refusal(() -> useCases.get(AddMember.class)
                        .handle(caller(mara), new AddMember.Command(place, ana.id(), role))));
        ways.put(
                "member again",
                role -> refusal(() -> useCases.get(AddMember.class)
                        .handle(caller(mara), new AddMember.Command(place, mara.id(), role))));
        ways.put(
                "put member",
                role -> refusal(() -> useCases.get(PutMember.class)
                        .handle(caller(mara), PutMember.Command.of(place, ana.id(), role))));
        ways.put(
                "change member",
                role -> refusal(() -> useCases.get(ChangeMemberRole.class)
                        .preview(caller(mara), new ChangeMemberRole.Command(place, mara.id(), role))));
        ways.put(
                "newcomer",
                role -> refusal(() -> useCases.get(ChooseNewcomerRole.class)
                        .handle(
                                caller(maria),
                                new ChooseNewcomerRole.Command(
                                        given.organization().id(),
                                        "legal",
                                        role,
                                        new ChooseNewcomerRole.Kept("k", Map.of())))));
        ways.put(
                "account",
                role -> refusal(() -> useCases.get(UpdateUser.class)
                        .handle(caller(desk), UpdateUser.Command.of(ana.id()).withRole(Change.to(role)))));

        ways.forEach((way, with) -> {
            RefusedException unknown = with.apply("nobody's");
            for (String name : List.of(auditor, id.toString())) {
                assertThat(with.apply(name))
                        .as(way)
                        .returns(Kind.INVALID, RefusedException::kind)
                        .returns(true, RefusedException::isUnknown)
                        .returns(unknown.field(), RefusedException::field)
                        .returns(unknown.reason().replace("nobody's", name), RefusedException::reason);
            }
        });
        assertThatCode(() -> useCases.get(AddMember.class)
                        .handle(caller(mara), new AddMember.Command(place, ana.id(), "looker")))
                .doesNotThrowAnyException();
    }

    @Test
    void aRoleThatTheUserHasMayBeNamedAgain() {
        given.role("auditor", RosterPermission.AUDIT_READ);
        GivenUser desk =
                given.user("desk").role(given.role("desk", RosterPermission.USER_UPDATE, RosterPermission.AUDIT_READ));
        GivenUser carl = given.user("carl")
                .role(ports.roles().findByName(NameKey.of("auditor")).orElseThrow());

        assertThat(useCases.get(UpdateUser.class)
                        .handle(caller(desk), UpdateUser.Command.of(carl.id()).withRole(Change.to("auditor")))
                        .role()
                        .name()
                        .value())
                .isEqualTo("auditor");
    }

    @Test
    void theOwnerRoleIsExcessToo() {
        GivenUser desk = given.user("desk").role(given.role("desk", RosterPermission.USER_UPDATE));
        UpdateUser.Command command = UpdateUser.Command.of(ana.id()).withRole(Change.to("owner"));

        assertThat(refusal(() -> useCases.get(UpdateUser.class).handle(caller(desk), command)))
                .returns(Kind.FORBIDDEN, RefusedException::kind)
                .returns(true, RefusedException::isExcess);
    }

    @Test
    void aRoleThatIsNotThereIsUnknown() {
        assertThat(grant(mara, "nobody's"))
                .returns(Kind.INVALID, RefusedException::kind)
                .returns("role", RefusedException::field)
                .returns(true, RefusedException::isUnknown);
    }

    @Test
    void aRoleThatCannotBeHeldThereIsKnown() {
        assertThat(grant(mara, "owner"))
                .returns(Kind.INVALID, RefusedException::kind)
                .returns(false, RefusedException::isUnknown);
    }

    @Test
    void aPermissionThatNobodyRegisteredIsUnknown() {
        CreateRole.Command command =
                CreateRole.Command.of(new RoleName("editor"), PermissionSet.of(Permission.parse("reports:publish")));

        assertThat(refusal(() -> useCases.get(CreateRole.class)
                        .handle(caller(given.user("olga").role(PredefinedRole.OWNER)), command)))
                .returns("permissions", RefusedException::field)
                .returns(true, RefusedException::isUnknown);
    }

    private RefusedException grant(GivenUser giver, String role) {
        CreateGrant.Command command = new CreateGrant.Command(ana.id(), role, new GrantPlace.OnWorkspace(legal.id()));
        return refusal(() -> useCases.get(CreateGrant.class).handle(caller(giver), command));
    }

    private static RefusedException refusal(Runnable act) {
        RefusedException refusal = catchThrowableOfType(RefusedException.class, act::run);
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), Origin.of(Door.API));
    }
}
