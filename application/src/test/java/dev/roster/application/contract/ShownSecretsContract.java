package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.port.ShownSecrets;
import dev.roster.application.port.ShownSecrets.Kind;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ShownSecrets} must do. */
public interface ShownSecretsContract extends StoreContract {
    @Test
    default void lastOfEachKindIsKept() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        UserId desk = given.user("desk").id();
        UserId other = given.user("other").id();

        ports.shownSecrets().put(ana, Kind.PASSWORD_LINK, other);
        ports.shownSecrets().put(ana, Kind.PASSWORD_LINK, desk);
        ports.shownSecrets().put(ana, Kind.USER_TOKEN, other);
        ports.shownSecrets().put(bob, Kind.INVITATION, desk);
        ports.shownSecrets().put(bob, Kind.USER_TOKEN, desk);
        ports.shownSecrets().forget(bob, Kind.USER_TOKEN);
        ports.shownSecrets().forget(bob, Kind.USER_TOKEN);

        assertThat(ports.shownSecrets().of(ana)).isEqualTo(Map.of(Kind.PASSWORD_LINK, desk, Kind.USER_TOKEN, other));
        assertThat(ports.shownSecrets().of(bob)).isEqualTo(Map.of(Kind.INVITATION, desk));
        assertThat(ports.shownSecrets().of(desk)).isEmpty();
        assertThat(ports.shownSecrets().of(Set.of(ana, bob, desk)))
                .isEqualTo(Map.of(
                        ana,
                        Map.of(Kind.PASSWORD_LINK, desk, Kind.USER_TOKEN, other),
                        bob,
                        Map.of(Kind.INVITATION, desk)));
        assertThat(ports.shownSecrets().of(Set.of())).isEmpty();
    }

    private static UserId shownAll(Ports ports) {
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        UserId desk = given.user("desk").id();
        for (Kind kind : Kind.values()) {
            ports.shownSecrets().put(ana, kind, desk);
        }
        return ana;
    }

    @Test
    default void newPasswordForgetsAllButTheToken() {
        Ports ports = ports();
        UserId ana = shownAll(ports);

        ports.passwords().set(ana, "a hash", THEN);

        assertThat(ports.shownSecrets().of(ana)).containsOnlyKeys(Kind.USER_TOKEN);
    }

    @Test
    default void temporaryPasswordDoesSoToo() {
        Ports ports = ports();
        UserId ana = shownAll(ports);

        ports.passwords().setTemporary(ana, "a hash", THEN, THEN.plusSeconds(1));

        assertThat(ports.shownSecrets().of(ana)).containsOnlyKeys(Kind.USER_TOKEN);
    }

    @Test
    default void removedPasswordDoesSoToo() {
        Ports ports = ports();
        UserId ana = shownAll(ports);

        ports.passwords().remove(ana);

        assertThat(ports.shownSecrets().of(ana)).containsOnlyKeys(Kind.USER_TOKEN);
    }

    @Test
    default void newTokenForgetsTheTokenAlone() {
        Ports ports = ports();
        UserId ana = shownAll(ports);

        ports.userTokens().set(ana, SecretDigest.of("a-token"), null, THEN);

        assertThat(ports.shownSecrets().of(ana)).containsOnlyKeys(Kind.PASSWORD, Kind.PASSWORD_LINK, Kind.INVITATION);
    }

    @Test
    default void removedTokenDoesSoToo() {
        Ports ports = ports();
        UserId ana = shownAll(ports);

        ports.userTokens().remove(ana);

        assertThat(ports.shownSecrets().of(ana)).doesNotContainKey(Kind.USER_TOKEN);
    }

    @Test
    default void holdersAreFoundWhereverTheyHoldTheRole() {
        Ports ports = ports();
        Given given = new Given(ports);
        Role role = given.role("curator", RosterPermission.DATASET_READ);
        Workspace legal = given.workspace("legal");
        GivenUser byAccount = given.user("a").role(role);
        GivenUser inOrganization = given.user("b").in(given.organization(), role);
        GivenUser inWorkspace = given.user("c").in(legal, role);
        GivenUser byGrant = given.user("d").granted(role, legal);
        GivenUser nobody = given.user("e").in(legal);
        given.user("f").role(role);
        UserId desk = given.user("desk").id();
        for (GivenUser user : new GivenUser[] {byAccount, inOrganization, inWorkspace, byGrant, nobody}) {
            ports.shownSecrets().put(user.id(), Kind.USER_TOKEN, desk);
            ports.shownSecrets().put(user.id(), Kind.PASSWORD, desk);
        }

        assertThat(ports.shownSecrets().holdersOf(role.id()))
                .containsExactlyInAnyOrder(byAccount.id(), inOrganization.id(), inWorkspace.id(), byGrant.id());
    }
}
