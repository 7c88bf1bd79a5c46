package dev.roster.application.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.DeactivateUser;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.ReactivateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyForm;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.role.PredefinedRole;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A key whose secret a door writes and signs: its only one, its rotation, and what the door signs with it. */
class SignedKeyTest {
    private static final Origin ORIGIN = new Origin(Door.LABEL_STUDIO, "192.0.2.7", "a script");
    private static final String PASSWORD = "correct horse battery";

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final GivenUser ada =
            given.user("ada").role(PredefinedRole.ADMIN).password(PASSWORD).token("token-of-ada");

    // The secret

    @Test
    void secretSaysWhatIsSettledOfTheKeyAndOpensWhatItsUserMay() {
        Instant end = fakes.clock().instant().plus(Duration.ofDays(1)).plusNanos(1_999);

        KeyIssuer.Issued issued = create(caller(ada), end);

        ApiKey key = issued.key();
        assertThat(issued.secret().reveal())
                .isEqualTo("of ada " + key.createdAt() + " " + key.expiresAt() + " " + key.id() + ".signature");
        assertThat(key.form()).isEqualTo(ApiKeyForm.SIGNED);
        assertThat(authenticate(issued).credential().key()).isEqualTo(key.id());
    }

    @Test
    void nothingOfTheSignatureIsKept() {
        KeyIssuer.Issued issued = create(caller(ada), null);

        ApiKey kept = ports.apiKeys().get(issued.key().id());

        String id = kept.id().toString();
        assertThat(kept.hint()).isEqualTo("of …" + id.substring(id.length() - 10));
        assertThat(kept.digest()).isEqualTo(issued.secret().digest());
        assertThat(kept.toString()).doesNotContain("signature");
        assertThat(trail()).extracting(AuditEvent::toString).noneMatch(event -> event.contains("signature"));
    }

    // Only one

    @Test
    void whoHasALiveOneGetsNoOther() {
        KeyIssuer.Issued first = create(caller(ada), null);

        assertConflict(() -> create(caller(ada), null), "token")
                .withMessage("`ada` already has a valid token; revoke or rotate it");
        revoke(first);
        create(caller(ada), null);

        create(caller(given.user("amy").role(PredefinedRole.ADMIN)), null);
    }

    @Test
    void oneThatHasEndedAndAKeyOfTheOtherFormStandInNobodysWay() {
        ada.apiKey("rak_secret");
        create(caller(ada), fakes.clock().instant().plusSeconds(1));
        fakes.clock().advance(Duration.ofSeconds(1));

        create(caller(ada), null);
    }

    @Test
    void whereItIsNotAskedForThereMayBeMany() {
        CreateApiKey.Command command = command(null).withOnlyOne(false);
        useCases.get(CreateApiKey.class).handle(caller(ada), command);

        useCases.get(CreateApiKey.class).handle(caller(ada), command);

        assertThat(ports.apiKeys()
                        .list(ApiKeys.Filter.at(fakes.clock().instant()), PageRequest.first())
                        .items())
                .hasSize(2);
    }

    @Test
    void onlyDevelopersMakeOne() {
        GivenUser ana = given.user("ana").role(PredefinedRole.ANNOTATOR);

        assertRefused(() -> create(caller(ana), null), Kind.FORBIDDEN);
    }

    @Test
    void whoCameWithAKeyMakesNone() {
        ada.apiKey("rak_secret");
        Caller key = useCases.get(Authenticate.class).handle(new SecretText("rak_secret"), ORIGIN);

        assertRefused(() -> create(key, null), Kind.FORBIDDEN);
    }

    @Test
    void aSessionMakesOneForAnHour() {
        SecretText session = useCases.get(LogIn.class)
                .handle(new LogIn.Command("ada", Password.attempted(PASSWORD), ORIGIN))
                .key();
        fakes.clock().advance(Duration.ofHours(1));

        assertRefused(() -> create(useCases.get(Authenticate.class).handle(session, ORIGIN), null), Kind.FORBIDDEN);
    }

    // Rotation

    @Test
    void rotatedKeyIsDeadAndTheNewOneWorksAndRotatesToo() {
        KeyIssuer.Issued first = create(caller(ada), null);

        KeyIssuer.Issued second = rotate(caller(ada), first.key().id(), null);

        assertUnknown(first);
        assertThat(authenticate(second).is(ada.id())).isTrue();
        assertThat(second.key().name()).isEqualTo(first.key().name());
        assertThat(second.key().form()).isEqualTo(ApiKeyForm.SIGNED);
        assertConflict(() -> rotate(caller(ada), first.key().id(), null), "key");
        rotate(caller(ada), second.key().id(), null);
        assertThat(trail())
                .extracting(AuditEvent::action)
                .containsExactly("key.create", "key.rotate", "key.create", "key.rotate", "key.create");
    }

    @Test
    void rotationGivesANewEndToWhoMayMakeKeys() {
        Instant end = fakes.clock().instant().plus(Duration.ofDays(1));
        KeyIssuer.Issued first = create(caller(ada), end);
        fakes.clock().advance(Duration.ofHours(20));

        KeyIssuer.Issued second = rotate(caller(ada), first.key().id(), end.plus(Duration.ofDays(1)));

        assertThat(second.key().expiresAt()).isEqualTo(end.plus(Duration.ofDays(1)));
    }

    @Test
    void aKeyThatRotatesItselfEndsNoLater() {
        Instant end = fakes.clock().instant().plus(Duration.ofDays(1));
        KeyIssuer.Issued first = create(caller(ada), end);

        KeyIssuer.Issued second = rotate(authenticate(first), first.key().id(), end.plusSeconds(1));
        KeyIssuer.Issued third = rotate(withKey(second.key()), second.key().id(), null);
        KeyIssuer.Issued fourth = rotate(withKey(third.key()), third.key().id(), end.minusSeconds(1));

        assertThat(second.key().expiresAt()).isEqualTo(end);
        assertThat(third.key().expiresAt()).isEqualTo(end);
        assertThat(fourth.key().expiresAt()).isEqualTo(end.minusSeconds(1));
    }

    @Test
    void whoCameWithAnotherKeyRotatesNone() {
        KeyIssuer.Issued issued = create(caller(ada), null);
        ada.apiKey("rak_secret");
        Caller key = useCases.get(Authenticate.class).handle(new SecretText("rak_secret"), ORIGIN);

        assertRefused(() -> rotate(key, issued.key().id(), null), Kind.FORBIDDEN);
        assertThat(authenticate(issued).is(ada.id())).isTrue();
    }

    @Test
    void nobodyRotatesWhatIsAnothers() {
        KeyIssuer.Issued issued = create(caller(ada), null);

        assertRefused(() -> rotate(caller(given.owner("olga")), issued.key().id(), null), Kind.FORBIDDEN);
        assertRefused(
                () -> rotate(
                        caller(given.user("amy").role(PredefinedRole.ADMIN)),
                        issued.key().id(),
                        null),
                Kind.FORBIDDEN);
        assertThat(authenticate(issued).is(ada.id())).isTrue();
    }

    @Test
    void aKeyIsReplacedInItsOwnFormOnly() {
        ApiKey random = ada.apiKey("rak_secret");
        ApiKey signed = ada.signedKey("content-of-it.signature");

        assertConflict(() -> rotate(caller(ada), random.id(), null), "key");
        assertConflict(
                () -> useCases.get(RefreshApiKey.class)
                        .handle(caller(ada), new RefreshApiKey.Command(signed.id(), null, Duration.ofHours(1))),
                "key");
        assertThat(ports.apiKeys().get(random.id())).isEqualTo(random);
        assertThat(ports.apiKeys().get(signed.id())).isEqualTo(signed);
    }

    @Test
    void unknownKeyIsRotatedByNobody() {
        assertRefused(() -> rotate(caller(ada), new ApiKeyId(ada.id().value()), null), Kind.NOT_FOUND);
    }

    // What a door signs that names the key

    @Test
    void whoComesWithWhatNamesTheKeyComesWithTheKey() {
        KeyIssuer.Issued issued = create(caller(ada), fakes.clock().instant().plusSeconds(60));

        Caller caller = withKey(issued.key());

        assertThat(caller.is(ada.id())).isTrue();
        assertThat(caller.credential()).isEqualTo(authenticate(issued).credential());
        assertRefused(() -> create(caller, null), Kind.CONFLICT);
        assertRefused(() -> useCases.get(ShowToken.class).handle(caller, null), Kind.FORBIDDEN);
    }

    @Test
    void itsUseIsTheKeys() {
        ApiKey key = create(caller(ada), null).key();
        Instant at = fakes.clock().instant();

        withKey(key);
        useCases.get(Activity.class).flush();

        assertThat(ports.apiKeys().get(key.id()).lastUsedAt()).isEqualTo(at);
        assertThat(ports.users().get(ada.id()).lastActivityAt()).isEqualTo(at);
    }

    @Test
    void itEndsWithTheKeyOnTheNextRequest() {
        KeyIssuer.Issued revoked = create(caller(ada), null);
        Caller before = withKey(revoked.key());
        revoke(revoked);
        assertRefused(() -> withKey(revoked.key()), Kind.UNAUTHENTICATED);
        assertRefused(() -> rotate(before, revoked.key().id(), null), Kind.UNAUTHENTICATED);

        KeyIssuer.Issued ending = create(caller(ada), fakes.clock().instant().plusSeconds(1));
        fakes.clock().advance(Duration.ofSeconds(1));
        assertRefused(() -> withKey(ending.key()), Kind.UNAUTHENTICATED);
    }

    @Test
    void itNamesTheUserToo() {
        ApiKey key = create(caller(ada), null).key();
        long other = given.user("ana").user().number();

        assertRefused(() -> useCases.get(Authenticate.class).withKey(other, key.id(), ORIGIN), Kind.UNAUTHENTICATED);
        assertRefused(
                () -> useCases.get(Authenticate.class)
                        .withKey(ada.user().number(), new ApiKeyId(ada.id().value()), ORIGIN),
                Kind.UNAUTHENTICATED);
    }

    @Test
    void itRestsAndEndsWithTheUser() {
        given.owner("olga");
        ApiKey key = create(caller(ada), null).key();
        Caller operator = Caller.operator("root", Origin.of(Door.CLI));

        useCases.get(DeactivateUser.class).handle(operator, ada.id());
        assertRefused(() -> withKey(key), Kind.UNAUTHENTICATED);
        useCases.get(ReactivateUser.class).handle(operator, ada.id());
        assertThat(withKey(key).is(ada.id())).isTrue();
        useCases.get(DeleteUser.class).handle(operator, ada.id());

        assertRefused(() -> withKey(key), Kind.UNAUTHENTICATED);
    }

    @Test
    void itRestsWithWhoMadeTheAccountOrTheKey() {
        GivenUser mara = given.owner("mara");
        GivenUser oskar = given.owner("oskar");
        given.owner("olga");
        GivenUser robot = given.user("robot").serviceOf(mara);
        ApiKey key = useCases.get(CreateApiKey.class)
                .handle(caller(oskar), command(null).withUser(robot.id()))
                .key();
        long number = robot.user().number();
        Caller operator = Caller.operator("root", Origin.of(Door.CLI));

        for (GivenUser maker : new GivenUser[] {mara, oskar}) {
            assertThat(useCases.get(Authenticate.class)
                            .withKey(number, key.id(), ORIGIN)
                            .is(robot.id()))
                    .isTrue();
            useCases.get(DeactivateUser.class).handle(operator, maker.id());
            assertRefused(
                    () -> useCases.get(Authenticate.class).withKey(number, key.id(), ORIGIN), Kind.UNAUTHENTICATED);
            useCases.get(ReactivateUser.class).handle(operator, maker.id());
        }
    }

    private static CreateApiKey.Command command(@Nullable Instant end) {
        return CreateApiKey.Command.own(KeyIssuer.Wish.named("a token").withExpiresAt(end))
                .withWriter(SignedKeyTest::written)
                .withOnlyOne(true);
    }

    private static SecretText written(KeyWriter.Draft draft) {
        return new SecretText("of " + draft.user().username() + " " + draft.createdAt() + " " + draft.expiresAt() + " "
                + draft.id() + ".signature");
    }

    private KeyIssuer.Issued create(Caller caller, @Nullable Instant end) {
        return useCases.get(CreateApiKey.class).handle(caller, command(end));
    }

    private KeyIssuer.Issued rotate(Caller caller, ApiKeyId key, @Nullable Instant end) {
        return useCases.get(RotateSignedKey.class)
                .handle(caller, new RotateSignedKey.Command(key, end, SignedKeyTest::written));
    }

    private void revoke(KeyIssuer.Issued issued) {
        useCases.get(RevokeApiKey.class).handle(caller(ada), issued.key().id());
    }

    private Caller authenticate(KeyIssuer.Issued issued) {
        return useCases.get(Authenticate.class).handle(issued.secret(), ORIGIN);
    }

    private Caller withKey(ApiKey key) {
        return useCases.get(Authenticate.class).withKey(ada.user().number(), key.id(), ORIGIN);
    }

    private Iterable<AuditEvent> trail() {
        return ports.auditTrail()
                .list(AuditTrail.Filter.all(), PageRequest.first())
                .items();
    }

    private void assertUnknown(KeyIssuer.Issued issued) {
        assertRefused(() -> authenticate(issued), Kind.UNAUTHENTICATED);
    }

    private static ThrowableAssertAlternative<RefusedException> assertConflict(ThrowingCallable act, String field) {
        return assertRefused(act, Kind.CONFLICT).returns(field, RefusedException::field);
    }

    private static ThrowableAssertAlternative<RefusedException> assertRefused(ThrowingCallable act, Kind kind) {
        return assertThatExceptionOfType(RefusedException.class).isThrownBy(act).returns(kind, RefusedException::kind);
    }

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), ORIGIN);
    }
}
