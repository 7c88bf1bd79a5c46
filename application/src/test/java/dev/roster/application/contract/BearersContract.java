package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.port.Bearers;
import dev.roster.application.port.Bearers.Bearer;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every implementation of {@link Bearers} must do. */
public interface BearersContract extends StoreContract {
    @Test
    default void userTokenLeadsToItsUser() {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser ana = given.user("ana").email("ana@example.org").token("anas-token");
        given.user("bob").token("bobs-token");

        assertThat(ports.bearers().find(SecretDigest.of("anas-token"))).contains(tokenOf(ana.user()));
    }

    @Test
    default void sessionKeyLeadsToUserAndSession() {
        Ports ports = ports();
        GivenUser ana = new Given(ports).user("ana").token("anas-token");
        ana.session("another");
        Session session = ana.session("key");

        assertThat(ports.bearers().find(session.digest()))
                .contains(tokenOf(ana.user()).withSession(session));
    }

    @ParameterizedTest
    @EnumSource
    default void bearerComesWhateverTheStatus(UserStatus status) {
        Ports ports = ports();
        GivenUser ana = new Given(ports).user("ana").token("anas-token").status(status);

        assertThat(ports.bearers().find(SecretDigest.of("anas-token"))).contains(tokenOf(ana.user()));
    }

    @Test
    default void deadSessionIsStillFound() {
        Ports ports = ports();
        GivenUser ana = new Given(ports).user("ana");
        Session open = ana.session("key");
        Session dead =
                new Session(open.id(), open.user(), open.digest(), open.agent(), open.address(), THEN, THEN, THEN);
        ports.sessions().remove(open.id());
        ports.sessions().add(dead);

        assertThat(ports.bearers().find(dead.digest()))
                .contains(tokenOf(ana.user()).withSession(dead));
    }

    @Test
    default void unknownSecretLeadsNowhere() {
        Ports ports = ports();
        new Given(ports).user("ana").token("anas-token").session("key");

        assertThat(ports.bearers().find(SecretDigest.of("Anas-token"))).isEmpty();
        assertThat(ports.bearers().find(SecretDigest.of(""))).isEmpty();
    }

    @Test
    default void apiKeyLeadsToUserAndKey() {
        Ports ports = ports();
        GivenUser ana = new Given(ports).user("ana").token("anas-token");
        ana.session("key of a session");
        ana.apiKey("another");
        ApiKey key = ana.apiKey("rk_secret");

        assertThat(ports.bearers().find(key.digest()))
                .contains(tokenOf(ana.user()).withKey(key));
    }

    @Test
    default void endedApiKeyIsStillFound() {
        Ports ports = ports();
        GivenUser ana = new Given(ports).user("ana");
        ApiKey ended = ana.apiKey("rk_secret").endingBy(THEN).revokedAt(THEN).lastUsedAt(THEN);
        ports.apiKeys().update(ended);
        ports.apiKeys().stampUse(Map.of(ended.id(), THEN));

        assertThat(ports.bearers().find(ended.digest()))
                .contains(tokenOf(ana.user()).withKey(ended));
    }

    @Test
    default void sessionIsFoundByItsIdToo() {
        Ports ports = ports();
        GivenUser ana = new Given(ports).user("ana").token("anas-token");
        ana.session("another");
        Session session = ana.session("key");

        assertThat(ports.bearers().find(session.id()))
                .contains(tokenOf(ana.user()).withSession(session));
        assertThat(ports.bearers().find(new SessionId(ana.id().value()))).isEmpty();
    }

    @Test
    default void apiKeyIsFoundByItsIdToo() {
        Ports ports = ports();
        GivenUser ana = new Given(ports).user("ana").token("anas-token");
        ana.session("key of a session");
        ana.apiKey("another");
        ApiKey ended = ana.signedKey("signed").revokedAt(THEN);
        ports.apiKeys().update(ended);

        assertThat(ports.bearers().find(ended.id()))
                .contains(tokenOf(ana.user()).withKey(ended));
        assertThat(ports.bearers().find(new ApiKeyId(ana.id().value()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void whoeverMadeTheServiceAccountComesAlong(UserStatus status) {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser maker = given.user("maker");
        GivenUser robot = given.user("robot").serviceOf(maker).token("robots-token");
        ApiKey own = robot.apiKey("own");
        ApiKey makers = robot.apiKey("makers", maker);
        Session session = robot.session("key");
        maker.status(status);

        assertThat(ports.bearers().find(SecretDigest.of("robots-token")))
                .contains(tokenOf(robot.user()).withMakers(Set.of(status)));
        assertThat(ports.bearers().find(own.digest()))
                .contains(tokenOf(robot.user()).withKey(own).withMakers(Set.of(status)));
        assertThat(ports.bearers().find(makers.digest()))
                .contains(tokenOf(robot.user()).withKey(makers).withMakers(Set.of(status)));
        assertThat(ports.bearers().find(session.id()))
                .contains(tokenOf(robot.user()).withSession(session).withMakers(Set.of(status)));
    }

    @ParameterizedTest
    @EnumSource
    default void whoeverElseMadeTheKeyComesAlong(UserStatus status) {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser other = given.user("other");
        GivenUser robot = given.user("robot").serviceOf(given.user("maker")).token("robots-token");
        ApiKey key = robot.apiKey("made by another", other);
        ApiKey own = robot.apiKey("made by itself", robot);
        other.status(status);

        assertThat(ports.bearers().find(key.digest()))
                .contains(tokenOf(robot.user()).withKey(key).withMakers(EnumSet.of(UserStatus.ACTIVE, status)));
        assertThat(ports.bearers().find(key.id())).isEqualTo(ports.bearers().find(key.digest()));
        assertThat(ports.bearers().find(own.digest()))
                .contains(tokenOf(robot.user()).withKey(own).withMakers(Set.of(UserStatus.ACTIVE)));
        assertThat(ports.bearers().find(SecretDigest.of("robots-token")))
                .contains(tokenOf(robot.user()).withMakers(Set.of(UserStatus.ACTIVE)));
    }

    @Test
    default void firstEndOfTheStaysOfMakersComesAlong() {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser maker = given.user("maker").staying(new Stay(null, THEN.plusSeconds(60)));
        GivenUser other = given.user("other").staying(new Stay(null, THEN.plusSeconds(30)));
        GivenUser robot = given.user("robot").serviceOf(maker).token("robots-token");
        ApiKey key = robot.apiKey("made by another", other);

        assertThat(ports.bearers().find(SecretDigest.of("robots-token")).orElseThrow())
                .isEqualTo(tokenOf(robot.user())
                        .withMakers(Set.of(UserStatus.ACTIVE))
                        .withMakersUntil(THEN.plusSeconds(60)));
        assertThat(ports.bearers().find(key.digest()).orElseThrow().makersUntil())
                .isEqualTo(THEN.plusSeconds(30));
    }

    /** A user token that rests on nobody else. */
    private static Bearer tokenOf(User user) {
        return new Bearer(user, null, null, Set.of(), null);
    }
}
