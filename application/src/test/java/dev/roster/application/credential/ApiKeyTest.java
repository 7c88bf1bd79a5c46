package dev.roster.application.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.dataset.RegisterDataset;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.DeactivateUser;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.ReactivateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyStatus;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The life of an API key, from its only showing to its end. */
class ApiKeyTest {
    private static final Origin ORIGIN = new Origin(Door.API, "192.0.2.7", "a script");

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final GivenUser ada = given.user("ada").role(PredefinedRole.ADMIN);

    @Test
    void keyOpensWhatItsUserMayAndIsStoredAsDigestOnly() {
        KeyIssuer.Issued issued = create(null);

        assertThat(authenticate(issued).name()).isEqualTo("ada");
        ApiKey kept = ports.apiKeys().get(issued.key().id());
        assertThat(kept.digest()).isEqualTo(issued.secret().digest());
        assertThat(kept.toString()).doesNotContain(issued.secret().reveal());
        assertThat(kept.hint()).startsWith("rak_").hasSizeLessThan(12);
    }

    @Test
    void usersHaveNoMoreKeysThanTheMaximum() {
        KeyIssuer.Issued first = create(null);
        for (int more = 1; more < KeyIssuer.MOST; more++) {
            create(null);
        }

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> create(null))
                .returns(RefusedException.Kind.CONFLICT, RefusedException::kind)
                .returns("key", RefusedException::field)
                .withMessage("`ada` has 100 API keys that work, which is the maximum; revoke one first");

        ports.apiKeys().update(first.key().revokedAt(fakes.clock().instant()));
        assertThat(authenticate(create(null)).name()).isEqualTo("ada");
    }

    /** A key that leaked must be replaceable, at the maximum and for those whom an import gave more. */
    @Test
    void keysAreReplacedHoweverManyThereAre() {
        KeyIssuer.Issued last = create(null);
        for (int more = 1; more < KeyIssuer.MOST; more++) {
            create(null);
        }

        KeyIssuer.Issued beside = refresh(last, null, Duration.ofHours(1));
        assertThat(authenticate(beside).name()).isEqualTo("ada");
        assertThat(authenticate(refresh(beside, null, Duration.ZERO)).name()).isEqualTo("ada");
    }

    @Test
    void thoseThatWorkOnBesideTheirSuccessorsAreLimitedToo() {
        KeyIssuer.Issued last = create(null);
        for (int more = 1; more < 2 * KeyIssuer.MOST; more++) {
            last = refresh(last, null, Duration.ofHours(1));
        }
        KeyIssuer.Issued oneTooMany = last;

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> refresh(oneTooMany, null, Duration.ofHours(1)))
                .withMessage("`ada` has 200 API keys that work, which is the maximum; revoke one first");
        assertThat(authenticate(refresh(oneTooMany, null, Duration.ZERO)).name())
                .isEqualTo("ada");
    }

    @Test
    void keyEndsAtItsEnd() {
        KeyIssuer.Issued issued = create(fakes.clock().instant().plus(Duration.ofHours(1)));
        fakes.clock().advance(Duration.ofHours(1).minusNanos(1_000));
        assertThat(authenticate(issued).name()).isEqualTo("ada");

        fakes.clock().advance(Duration.ofNanos(1_000));

        assertUnknown(issued);
    }

    @Test
    void keyCannotEndInThePast() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> create(fakes.clock().instant()))
                .returns("expires_at", RefusedException::field);
    }

    @Test
    void revokedKeyIsDeadAtOnce() {
        KeyIssuer.Issued issued = create(null);

        useCases.get(RevokeApiKey.class).handle(caller(ada), issued.key().id());
        useCases.get(RevokeApiKey.class).handle(caller(ada), issued.key().id());

        assertUnknown(issued);
        assertThat(ports.auditTrail()
                        .list(AuditTrail.Filter.all(), PageRequest.first())
                        .items())
                .extracting(AuditEvent::action)
                .containsExactly("key.revoke", "key.create");
    }

    @Test
    void keyOfADeactivatedUserRestsAndOfADeletedOneIsRevoked() {
        KeyIssuer.Issued issued = create(null);
        given.owner("olga");
        Caller operator = Caller.operator("root", Origin.of(Door.CLI));

        useCases.get(DeactivateUser.class).handle(operator, ada.id());
        assertUnknown(issued);
        useCases.get(ReactivateUser.class).handle(operator, ada.id());
        assertThat(authenticate(issued).name()).isEqualTo("ada");
        useCases.get(DeleteUser.class).handle(operator, ada.id());

        assertUnknown(issued);
        assertThat(ports.apiKeys().get(issued.key().id()).statusAt(fakes.clock().instant()))
                .isEqualTo(ApiKeyStatus.REVOKED);
    }

    @Test
    void keyOfADemotedUserMayLess() {
        Workspace legal = given.workspace("legal");
        ada.in(legal);
        Caller before = authenticate(create(null));
        register(before, legal, "letters");

        ada.role(PredefinedRole.VIEWER);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> register(before, legal, "contracts"))
                .returns("dataset:create", RefusedException::missing);
    }

    @Test
    void lastUseIsNotedOnceAMinute() {
        KeyIssuer.Issued issued = create(null);
        Activity activity = useCases.get(Activity.class);
        Instant first = fakes.clock().instant();
        authenticate(issued);
        activity.flush();
        fakes.clock().advance(Duration.ofSeconds(59));
        authenticate(issued);
        activity.flush();
        assertThat(ports.apiKeys().get(issued.key().id()).lastUsedAt()).isEqualTo(first);

        fakes.clock().advance(Duration.ofSeconds(1));
        activity.flush();

        assertThat(ports.apiKeys().get(issued.key().id()).lastUsedAt()).isEqualTo(first.plusSeconds(59));
    }

    @Test
    void refreshedKeyIsAnotherAndTheOldOneLivesOutItsGrace() {
        KeyIssuer.Issued old = create(null);

        KeyIssuer.Issued fresh = refresh(old, null, Duration.ofHours(1));

        assertThat(fresh.key().id()).isNotEqualTo(old.key().id());
        assertThat(fresh.key().name()).isEqualTo(old.key().name());
        assertThat(authenticate(old).name()).isEqualTo("ada");
        assertThat(authenticate(fresh).name()).isEqualTo("ada");
        fakes.clock().advance(Duration.ofHours(1));
        assertUnknown(old);
        assertThat(authenticate(fresh).name()).isEqualTo("ada");
    }

    @Test
    void withoutGraceTheOldKeyIsDeadAtOnce() {
        KeyIssuer.Issued old = create(null);

        refresh(old, null, Duration.ZERO);

        assertUnknown(old);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> refresh(old, null, Duration.ZERO))
                .returns("key", RefusedException::field);
    }

    @Test
    void graceIsADayAtMost() {
        KeyIssuer.Issued old = create(null);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> refresh(old, null, Duration.ofDays(1).plusSeconds(1)))
                .returns("grace_period_seconds", RefusedException::field);
        refresh(old, null, Duration.ofDays(1));
    }

    @Test
    void refreshMakesNoKeyLiveLonger() {
        Instant end = fakes.clock().instant().plus(Duration.ofDays(2));
        KeyIssuer.Issued old = create(end);

        for (Instant wanted : new Instant[] {null, end.plusSeconds(1)}) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> refresh(old, wanted, Duration.ZERO))
                    .returns("expires_at", RefusedException::field);
        }
        assertThat(refresh(old, end, Duration.ZERO).key().expiresAt()).isEqualTo(end);
    }

    private KeyIssuer.Issued create(@Nullable Instant expiresAt) {
        KeyIssuer.Wish wish = new KeyIssuer.Wish("laptop", "at home", expiresAt);
        return useCases.get(CreateApiKey.class).handle(caller(ada), CreateApiKey.Command.own(wish));
    }

    private KeyIssuer.Issued refresh(KeyIssuer.Issued old, @Nullable Instant expiresAt, Duration grace) {
        RefreshApiKey.Command command = new RefreshApiKey.Command(old.key().id(), expiresAt, grace);
        return useCases.get(RefreshApiKey.class).handle(caller(ada), command);
    }

    private void register(Caller caller, Workspace workspace, String name) {
        useCases.get(RegisterDataset.class)
                .handle(
                        caller,
                        RegisterDataset.Command.of(workspace.id(), new DatasetName(name), DatasetAccess.WORKSPACE));
    }

    private Caller authenticate(KeyIssuer.Issued issued) {
        return useCases.get(Authenticate.class).handle(issued.secret(), ORIGIN);
    }

    private void assertUnknown(KeyIssuer.Issued issued) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> authenticate(issued))
                .withMessage("unknown or expired credential");
    }

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), ORIGIN);
    }
}
