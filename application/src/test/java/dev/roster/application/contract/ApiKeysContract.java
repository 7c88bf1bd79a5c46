package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.port.ApiKeys.Filter;
import dev.roster.application.port.ApiKeys.Owned;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyBuilder;
import dev.roster.domain.credential.ApiKeyForm;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.ApiKeyStatus;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ApiKeys} must do. */
public interface ApiKeysContract extends StoreContract {
    @Test
    default void addedKeyComesBackAsItWas() {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser ana = given.user("ana");
        ApiKey whole = new ApiKey(
                new ApiKeyId(ports.ids().next()),
                0,
                ana.id(),
                "CI / Prüfung 🦊",
                "first line\nsecond 'line'",
                ApiKeyForm.SIGNED,
                SecretDigest.of("whole"),
                "rk_abc…xyz",
                given.user("bob").id(),
                THEN,
                THEN.plusSeconds(3),
                THEN.plusSeconds(1),
                THEN.plusSeconds(2));
        ApiKey bare = key(ports, ana, "bare");

        ApiKey first = ports.apiKeys().add(whole);
        ApiKey second = ports.apiKeys().add(bare);

        assertThat(first).isEqualTo(whole.withNumber(first.number()));
        assertThat(second).isEqualTo(bare.withNumber(second.number()));
        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(ports.apiKeys().find(whole.id())).contains(first);
        assertThat(ports.apiKeys().find(bare.id())).contains(second);
        assertThat(ports.apiKeys().find(new ApiKeyId(new UUID(1, 2)))).isEmpty();
    }

    @Test
    default void updateStoresHowAKeyEnds() {
        Ports ports = ports();
        GivenUser ana = new Given(ports).user("ana");
        ApiKey ending = add(ports, ana, "ending");
        ApiKey revoked = add(ports, ana, "revoked");
        ApiKey other = add(ports, ana, "other");

        ports.apiKeys().update(ending.endingBy(THEN.plusSeconds(60)));
        ports.apiKeys().update(revoked.revokedAt(THEN.plusSeconds(30)));

        assertThat(ports.apiKeys().find(ending.id())).contains(ending.endingBy(THEN.plusSeconds(60)));
        assertThat(ports.apiKeys().find(revoked.id())).contains(revoked.revokedAt(THEN.plusSeconds(30)));
        assertThat(ports.apiKeys().find(other.id())).contains(other);
    }

    @Test
    default void updateLeavesTheLastUseAlone() {
        Ports ports = ports();
        ApiKey before = add(ports, new Given(ports).user("ana"), "key");
        ports.apiKeys().stampUse(Map.of(before.id(), THEN.plusSeconds(5)));

        ports.apiKeys().update(before.revokedAt(THEN.plusSeconds(30)));

        assertThat(ports.apiKeys().get(before.id()).lastUsedAt()).isEqualTo(THEN.plusSeconds(5));
    }

    @Test
    default void lastUseMovesForwardOnly() {
        Ports ports = ports();
        GivenUser ana = new Given(ports).user("ana");
        ApiKey key = add(ports, ana, "key");
        ApiKey other = add(ports, ana, "other");

        ports.apiKeys().stampUse(Map.of(key.id(), THEN.plusSeconds(5)));
        ports.apiKeys().stampUse(Map.of(key.id(), THEN.plusSeconds(4), new ApiKeyId(new UUID(1, 2)), THEN));
        ports.apiKeys().stampUse(Map.of());

        assertThat(ports.apiKeys().find(key.id())).contains(key.lastUsedAt(THEN.plusSeconds(5)));
        assertThat(ports.apiKeys().find(other.id())).contains(other);
    }

    @Test
    default void keysComeInOrderOfMaking() {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser zoe = given.user("zoe");
        GivenUser ana = given.user("ana");
        ApiKey bornFirst = key(ports, ana, "born first");
        ApiKey first = add(ports, zoe, "first");
        ApiKey second = ports.apiKeys().add(bornFirst);
        ApiKey third = add(ports, zoe, "third");

        assertThat(Pages.walk(2, page -> ports.apiKeys().list(all(), page)))
                .containsExactly(
                        new Owned(first, zoe.user()), new Owned(second, ana.user()), new Owned(third, zoe.user()));
    }

    @Test
    default void listNarrowsByEachCondition() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        GivenUser olga = given.owner("olga");
        GivenUser ana = given.user("ana").in(legal);
        GivenUser robot = given.user("robot").serviceOf(olga);
        ApiKey anas = add(ports, ana, "anas");
        ApiKey robots = add(ports, robot, "robots", olga.id(), null);
        ApiKey olgas = add(ports, olga, "olgas", olga.id(), null);

        assertThat(keys(ports, Filter.at(THEN).withUser(ana.id()))).containsExactly(anas);
        assertThat(keys(ports, Filter.at(THEN).withKind(UserKind.SERVICE))).containsExactly(robots);
        assertThat(keys(ports, Filter.at(THEN).withKind(UserKind.PERSON))).containsExactly(anas, olgas);
        assertThat(keys(ports, Filter.at(THEN).withCreator(olga.id()))).containsExactly(robots, olgas);
        assertThat(keys(ports, Filter.at(THEN).withWorkspace(legal.id()))).containsExactly(anas);
        assertThat(keys(ports, Filter.at(THEN).withUser(olga.id()).withKind(UserKind.SERVICE)))
                .isEmpty();
    }

    @Test
    default void listNarrowsByForm() {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser ana = given.user("ana");
        ApiKey random = ana.apiKey("random");
        ApiKey signed = ana.signedKey("signed");
        ApiKey bobs = given.user("bob").signedKey("bobs");

        assertThat(keys(ports, Filter.at(THEN).withForm(ApiKeyForm.RANDOM))).containsExactly(random);
        assertThat(keys(ports, Filter.at(THEN).withForm(ApiKeyForm.SIGNED))).containsExactly(signed, bobs);
        assertThat(keys(
                        ports,
                        Filter.at(THEN)
                                .withForm(ApiKeyForm.SIGNED)
                                .withUser(ana.id())
                                .withStatus(ApiKeyStatus.ACTIVE)))
                .containsExactly(signed);
    }

    @Test
    default void listNarrowsByStatusAtThatTime() {
        Ports ports = ports();
        GivenUser ana = new Given(ports).user("ana");
        Instant end = THEN.plusSeconds(60);
        ApiKey lasting = add(ports, ana, "lasting");
        ApiKey ending = add(ports, ana, "ending", null, end);
        ApiKey revoked = add(ports, ana, "revoked", null, end).revokedAt(THEN);
        ports.apiKeys().update(revoked);

        assertThat(withStatus(ports, ApiKeyStatus.ACTIVE, end.minusNanos(1_000)))
                .containsExactly(lasting, ending);
        assertThat(withStatus(ports, ApiKeyStatus.EXPIRED, end.minusNanos(1_000)))
                .isEmpty();
        assertThat(withStatus(ports, ApiKeyStatus.ACTIVE, end)).containsExactly(lasting);
        assertThat(withStatus(ports, ApiKeyStatus.EXPIRED, end)).containsExactly(ending);
        assertThat(withStatus(ports, ApiKeyStatus.REVOKED, end)).containsExactly(revoked);
    }

    @Test
    default void revokingAllSparesWhatEndedAndWhatOthersHave() {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser ana = given.user("ana");
        Instant now = THEN.plusSeconds(60);
        ApiKey lasting = add(ports, ana, "lasting");
        ApiKey ending = add(ports, ana, "ending", null, now.plusSeconds(1));
        ApiKey expired = add(ports, ana, "expired", null, now);
        ApiKey revoked = add(ports, ana, "revoked").revokedAt(THEN);
        ports.apiKeys().update(revoked);
        ApiKey ofRobot = add(ports, given.user("robot").serviceOf(ana), "robots", ana.id(), null);

        assertThat(ports.apiKeys().revokeAllOf(ana.id(), now)).isEqualTo(3);
        assertThat(ports.apiKeys().revokeAllOf(ana.id(), now)).isZero();
        assertThat(keys(ports, all()))
                .containsExactly(
                        lasting.revokedAt(now), ending.revokedAt(now), expired, revoked, ofRobot.revokedAt(now));
    }

    @Test
    default void endingOnesOwnKeysSparesThoseMadeForOthersAndWhatWorksIsCounted() {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser ana = given.user("ana");
        Instant now = THEN.plusSeconds(60);
        ApiKey own = add(ports, ana, "own");
        ApiKey expired = add(ports, ana, "expired", null, now);
        ApiKey ofRobot = add(ports, given.user("robot").serviceOf(ana), "robots", ana.id(), null);
        add(ports, given.user("bob"), "bobs");

        assertThat(ports.apiKeys().countUsable(ana.id(), now)).isEqualTo(new ApiKeys.Usable(1, 1));
        assertThat(ports.apiKeys().revokeOwn(ana.id(), now)).isEqualTo(1);
        assertThat(ports.apiKeys().revokeOwn(ana.id(), now)).isZero();
        assertThat(ports.apiKeys().countUsable(ana.id(), now)).isEqualTo(new ApiKeys.Usable(0, 1));
        assertThat(keys(ports, all())).contains(own.revokedAt(now), expired, ofRobot);
    }

    @Test
    default void keysThatEndSoonAreCountedUpToALimit() {
        Ports ports = ports();
        GivenUser ana = new Given(ports).user("ana");
        Instant now = THEN.plusSeconds(100);
        Instant end = THEN.plusSeconds(200);
        ana.apiKey("without an end");
        for (int second : new int[] {99, 100, 101, 150, 200, 201}) {
            ApiKey key = ana.apiKey("ends at " + second);
            ports.apiKeys().update(key.withExpiresAt(THEN.plusSeconds(second)));
        }
        ApiKey revoked = ana.apiKey("revoked");
        ports.apiKeys().update(revoked.withExpiresAt(end).revokedAt(THEN));

        assertThat(ports.apiKeys().countEnding(now, end, 9)).isEqualTo(3);
        assertThat(ports.apiKeys().countEnding(now, end, 2)).isEqualTo(2);
    }

    @Test
    default void removingAllSparesOthers() {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser ana = given.user("ana");
        add(ports, ana, "one");
        add(ports, ana, "two");
        ApiKey bobs = add(ports, given.user("bob"), "bobs");

        ports.apiKeys().removeAllOf(ana.id());

        assertThat(keys(ports, all())).containsExactly(bobs);
    }

    @Test
    default void keysOfTheDeletedAreStillListed() {
        Ports ports = ports();
        GivenUser ana = new Given(ports).user("ana");
        ApiKey key = add(ports, ana, "key");

        ana.status(UserStatus.DELETED);

        assertThat(ports.apiKeys().list(all(), PageRequest.first()).items())
                .containsExactly(new Owned(key, ana.user()));
    }

    @Test
    default void concurrentUsesKeepTheLatest() throws InterruptedException, ExecutionException {
        Ports ports = ports();
        ApiKey key = add(ports, new Given(ports).user("ana"), "key");

        Race.run(8, runner -> () -> ports.apiKeys().stampUse(Map.of(key.id(), THEN.plusSeconds(runner))));

        assertThat(ports.apiKeys().get(key.id()).lastUsedAt()).isEqualTo(THEN.plusSeconds(7));
    }

    private static Filter all() {
        return Filter.at(THEN);
    }

    private static List<ApiKey> withStatus(Ports ports, ApiKeyStatus status, Instant now) {
        return keys(ports, Filter.at(now).withStatus(status));
    }

    private static List<ApiKey> keys(Ports ports, Filter filter) {
        return ports.apiKeys().list(filter, PageRequest.first()).items().stream()
                .map(Owned::key)
                .toList();
    }

    private static ApiKey add(Ports ports, GivenUser user, String secret) {
        return add(ports, user, secret, null, null);
    }

    private static ApiKey add(
            Ports ports, GivenUser user, String secret, @Nullable UserId creator, @Nullable Instant end) {
        return ports.apiKeys().add(key(ports, user, secret, creator, end));
    }

    private static ApiKey key(Ports ports, GivenUser user, String secret) {
        return key(ports, user, secret, null, null);
    }

    private static ApiKey key(
            Ports ports, GivenUser user, String secret, @Nullable UserId creator, @Nullable Instant end) {
        return ApiKeyBuilder.builder()
                .id(new ApiKeyId(ports.ids().next()))
                .number(0)
                .user(user.id())
                .name(secret)
                .description("")
                .form(ApiKeyForm.RANDOM)
                .digest(SecretDigest.of(secret))
                .hint("hint")
                .creator(creator)
                .createdAt(THEN)
                .expiresAt(end)
                .build();
    }
}
