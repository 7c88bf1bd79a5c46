package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.audit.VerifyAuditTrail;
import dev.roster.application.contract.Pages;
import dev.roster.application.credential.ShowToken;
import dev.roster.application.given.Ports;
import dev.roster.application.port.Workspaces;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.EraseUser;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.AuditEvent.Change;
import dev.roster.domain.audit.AuditFault;
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.audit.AuditReport;
import dev.roster.domain.audit.Door;
import dev.roster.domain.audit.SealMark;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.persistence.secret.SecretKeyException;
import dev.roster.persistence.secret.SecretKeySource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store from before audit events were signed, with a trail of three batches, somebody who was erased, and a name, ana, that
 * went from one user to another. An engine's test has an empty database. It has no member and reviewer roles and no shown names either.
 */
abstract class TrailUpgrade {
    private static final Caller ROOT = Caller.operator("root", Origin.of(Door.CLI));
    private static final String VERSION = "16";

    @TempDir
    Path directory;

    private final OpenStores stores = new OpenStores();

    abstract StoreAddress address();

    abstract DataSource source();

    abstract Dialect dialect();

    /** Lets numbers go on after those of the rows that were put there. */
    abstract void goOnCounting(Handle handle);

    @BeforeEach
    void oldStore() throws IOException {
        Flyway.configure()
                .dataSource(source())
                .locations("classpath:db/migration")
                .placeholders(dialect().placeholders())
                .table(Schema.HISTORY)
                .target(VERSION)
                .load()
                .migrate();
        try (InputStream rows = Objects.requireNonNull(getClass().getResourceAsStream("/upgrade/v16.sql"));
                Handle handle = Jdbi.open(source())) {
            String script = new String(rows.readAllBytes(), StandardCharsets.UTF_8);
            handle.createScript(script).execute();
            goOnCounting(handle);
        }
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private void change(String sql) {
        try (Handle handle = Jdbi.open(source())) {
            assertThat(handle.execute(sql)).isPositive();
        }
    }

    private String one(String sql) {
        try (Handle handle = Jdbi.open(source())) {
            return handle.createQuery(sql).mapTo(String.class).one();
        }
    }

    private static UseCases over(Ports ports) {
        return UseCases.over(ports, InstantSource.system());
    }

    private static AuditReport verify(Ports ports, @Nullable SealMark kept) {
        return over(ports).get(VerifyAuditTrail.class).handle(ROOT, kept, seen -> {});
    }

    private static List<AuditEvent> events(Ports ports) {
        return ports.auditTrail().records(0, Long.MAX_VALUE, 100).stream()
                .map(AuditRecord::event)
                .toList();
    }

    private static UserId user(Ports ports, String name) {
        return ports.users().findByLogin(NameKey.of(name)).orElseThrow().id();
    }

    @Test
    void rolesNamedLikeThoseThatBecamePredefinedKeepWhatTheyGive() {
        for (String name : List.of("Reviewer", "member", "MEMBER (custom)", "curator")) {
            change("""
                    INSERT INTO roles (
                        id, name, name_key, description, permissions, assigned_only, instance_wide, reaches_workspaces)
                    VALUES ('%s', '%s', '%s', '', 'dataset:read', '', FALSE, FALSE)
                    """.formatted(
                            UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                            name,
                            NameKey.of(name).value()));
        }
        String member = UUID.nameUUIDFromBytes("member".getBytes(StandardCharsets.UTF_8))
                .toString();

        Ports ports = stores.open(address());

        assertThat(Pages.walk(1, page -> ports.roles().list(false, page)))
                .extracting(role -> role.name().value())
                .containsExactly("Reviewer (custom)", "member " + member, "MEMBER (custom)", "curator");
        assertThat(ports.roles()
                        .findByName(NameKey.of("reviewer (custom)"))
                        .orElseThrow()
                        .permissions())
                .hasToString("dataset:read");
        assertThat(Pages.walk(1, page -> ports.roles().list(true, page)))
                .extracting(Role::id)
                .containsExactlyInAnyOrderElementsOf(Stream.of(PredefinedRole.values())
                        .map(PredefinedRole::id)
                        .toList());
        assertThat(Pages.walk(1, page -> ports.roles().list(page)))
                .hasSize(PredefinedRole.values().length + 4)
                .extracting(Role::number)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(ports.roles()
                        .findByName(NameKey.of("reviewer"))
                        .orElseThrow()
                        .isPredefined())
                .isTrue();
    }

    @Test
    void anOldTrailIsSignedAsItIsAndSaysSo() {
        long last = Long.parseLong(one("SELECT max(number) FROM audit_events"));

        Ports ports = stores.open(address());

        AuditReport report = verify(ports, null);
        assertThat(report.faults()).isEmpty();
        assertThat(report.found()).isNotNull();
        assertThat(Objects.requireNonNull(report.found()).last()).isEqualTo(last);
        assertThat(report.found().fitted()).isTrue();
        assertThat(over(ports)
                        .get(ShowToken.class)
                        .handle(ROOT, user(ports, "anna"))
                        .reveal())
                .isEqualTo("token-of-ana");
    }

    @Test
    void aMarkOfAnOldSealStaysGood() {
        SealMark kept = SealMark.parse("2:" + one("SELECT signature FROM audit_seals WHERE number = 2"));
        SealMark other = SealMark.parse("2:" + one("SELECT signature FROM audit_seals WHERE number = 1"));

        Ports ports = stores.open(address());

        assertThat(verify(ports, kept).faults()).isEmpty();
        assertThat(verify(ports, other).faults()).containsExactly(new AuditFault(AuditFault.Kind.CHANGED, 2L, null));
    }

    @Test
    void whatWasChangedBeforeIsToldAsAnOldTrailThatDidNotFit() {
        change("UPDATE audit_events SET actor_name = 'ivan' WHERE number = 3");

        AuditReport report = verify(stores.open(address()), null);

        assertThat(report.faults()).isEmpty();
        assertThat(Objects.requireNonNull(report.found()).fitted()).isFalse();
    }

    @Test
    void whatIsChangedAfterwardsIsFound() {
        Ports ports = stores.open(address());
        change("UPDATE audit_events SET actor_name = 'ivan' WHERE number = 3");
        change("UPDATE audit_seals SET signature = 'nonsense' WHERE number = 1");

        assertThat(verify(ports, null).faults())
                .extracting(AuditFault::describe)
                .contains("seal 1 was changed")
                .anyMatch(fault -> fault.startsWith("event 3 was changed"));
    }

    @Test
    void aNameInAnOldEventIsThatOfWhoHadItThen() {
        Ports ports = stores.open(address());
        UserId first = user(ports, "anna");
        UserId second = user(ports, "ana");
        over(ports).get(DeleteUser.class).handle(ROOT, second);

        over(ports).get(EraseUser.class).handle(ROOT, second);

        List<AuditEvent> joined = events(ports).stream()
                .filter(event -> event.action().equals("member.add"))
                .toList();
        assertThat(joined).extracting(AuditEvent::person).containsExactly(first, second, second, second);
        assertThat(joined)
                .extracting(event -> event.changes().get("user"))
                .containsExactly(
                        Change.to("ana"),
                        new Change("erased", "erased"),
                        new Change("erased", "erased"),
                        new Change("erased", "erased"));
        assertThat(verify(ports, null).faults()).isEmpty();
    }

    @Test
    void restrictionsPeopleAndGrantsAreAsTheStoreRemembersThem() {
        change("""
                INSERT INTO datasets (number, id, workspace_id, name, name_key, access, restricted, created_at, updated_at)
                SELECT number, 'd' || substr(id, 2), id, name, name, 'workspace', number = 1, 5, 7
                FROM workspaces
                """);
        change("""
                INSERT INTO grants (id, user_id, role_id, workspace_id, place_id, created_at, updated_at)
                SELECT 'g' || substr(workspaces.id, 2), users.id, users.role_id, workspaces.id, workspaces.id, 5, 7
                FROM workspaces JOIN users ON users.number = 1
                """);
        change("UPDATE audit_events SET action = 'dataset.restrict', at = 6, subject_id = 'd' || substr(subject_id, 2),"
                + " actor_id = (SELECT id FROM users WHERE number = 2)"
                + " WHERE number = 5");

        stores.open(address());

        assertThat(one("SELECT restricted_at FROM datasets WHERE number = 1")).isEqualTo("6");
        assertThat(one("SELECT users.number FROM datasets JOIN users ON users.id = restricter_id"))
                .isEqualTo("2");
        assertThat(one("SELECT count(*) FROM datasets WHERE restricted_at IS NULL AND number = 2"))
                .isEqualTo("1");
        assertThat(one("SELECT count(*) FROM workspace_members JOIN users ON users.id = user_id"
                        + " WHERE users.number = user_number"))
                .isEqualTo(one("SELECT count(*) FROM workspace_members"));
        assertThat(one("SELECT count(*) FROM grants JOIN workspaces ON workspaces.id = workspace_id"
                        + " WHERE workspaces.organization_id = grants.organization_id"))
                .isEqualTo(one("SELECT count(*) FROM workspaces"));
    }

    @Test
    void workspacesThatLookAlikeGetNumbers() {
        String longest = "x".repeat(249) + "\u0915\u200D\u0937yz";
        List<String> titles = Arrays.asList(
                "Prod", null, "Prod (2)", "PROD", "prod", "Legal", longest, longest.toUpperCase(Locale.ROOT), "Other");
        for (int place = 0; place < titles.size(); place++) {
            oldWorkspace(place + 10, place == 1 ? "prod" : "name-" + place, titles.get(place));
        }
        change("""
                INSERT INTO organizations (number, id, name, name_key, description, created_at, updated_at)
                VALUES (9, '00000000-0000-7000-8000-00000000aaaa', 'acme', 'acme', '', 5, 5)
                """);
        change("UPDATE workspaces SET title = 'Prod', organization_id = '00000000-0000-7000-8000-00000000aaaa'"
                + " WHERE number = 18");

        Ports ports = stores.open(address());

        List<Workspace> there = Pages.walk(2, page -> ports.workspaces().list(Workspaces.Filter.all(), page));
        assertThat(there)
                .extracting(Workspace::shownName)
                .containsExactly(
                        "legal",
                        "model",
                        "Prod",
                        "prod (3)",
                        "Prod (2)",
                        "PROD (4)",
                        "prod (5)",
                        "Legal (2)",
                        longest,
                        "X".repeat(249) + "\u0915 (2)",
                        "Prod");
        assertThat(there)
                .allSatisfy(workspace -> assertThat(
                                ports.workspaces().findByShownName(workspace.organization(), workspace.shownKey()))
                        .contains(workspace));
        assertThat(there.get(1).title()).isNull();
    }

    private void oldWorkspace(int number, String name, @Nullable String title) {
        try (Handle handle = Jdbi.open(source())) {
            handle.createUpdate("""
                            INSERT INTO workspaces (
                                number, id, organization_id, name, name_key, title, created_at, updated_at)
                            SELECT :number, '00000000-0000-7000-8000-0000000000' || :number, organization_id, :name, :name,
                                :title, 5, 7
                            FROM workspaces WHERE number = 1
                            """)
                    .bind("number", number)
                    .bind("name", name)
                    .bind("title", title)
                    .execute();
        }
    }

    @Test
    void anotherKeyIsRefusedBeforeAnythingIsChanged() {
        SecretKeySource other = SecretKeySource.given("another key than the one the store was used with");

        assertThatExceptionOfType(SecretKeyException.class)
                .isThrownBy(() -> stores.open(address(), other))
                .withMessageContaining("was used with another");
        assertThat(one("SELECT max(version) FROM flyway_schema_history")).isEqualTo(VERSION);
    }

    @Test
    void aMissingKeyFileIsRefusedBeforeAnythingIsChanged() {
        Path file = directory.resolve("secret.key");

        assertThatExceptionOfType(SecretKeyException.class)
                .isThrownBy(() -> stores.open(address(), SecretKeySource.inFile(file)))
                .withMessageContaining("is missing");
        assertThat(file).doesNotExist();
        assertThat(one("SELECT max(version) FROM flyway_schema_history")).isEqualTo(VERSION);
    }

    @Test
    void withoutTokensTheNewestSealTellsWhichKeyItWas() {
        change("UPDATE user_tokens SET sealed = NULL");
        SecretKeySource other = SecretKeySource.given("another key than the one the store was used with");

        assertThatExceptionOfType(SecretKeyException.class).isThrownBy(() -> stores.open(address(), other));
        assertThat(verify(stores.open(address()), null).isIntact()).isTrue();
    }
}
