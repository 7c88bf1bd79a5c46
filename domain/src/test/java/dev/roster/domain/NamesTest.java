package dev.roster.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.ProfileBuilder;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static final UUID ID = new UUID(1, 2);

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("username", 200, (Function<String, Record>) Username::new),
                Arguments.of("name", 255, (Function<String, Record>) PersonName::new),
                Arguments.of("name", 200, (Function<String, Record>) DatasetName::new),
                Arguments.of("name", 255, (Function<String, Record>) OrganizationName::new),
                Arguments.of("role", 255, (Function<String, Record>) RoleName::new));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameHasItsLimits(String field, int most, Function<String, Record> make) {
        String longest = "🦊".repeat(most);

        assertThat(make.apply(" " + longest + " ")).hasToString(longest);
        assertThatThrownBy(() -> make.apply(longest + "x")).isInstanceOfSatisfying(RefusedException.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(RefusedException.Kind.INVALID);
            assertThat(refusal.field()).isEqualTo(field);
        });
        assertThatThrownBy(() -> make.apply("  ")).hasMessage(field + " must not be empty");
        assertThatThrownBy(() -> make.apply("a\u202Eb")).hasMessageContaining("U+202E");
        assertThatThrownBy(() -> make.apply("a\u0000b")).hasMessageContaining("U+0000");
    }

    @Test
    void caseIsKeptButDoesNotCount() {
        assertThat(new Username("Ada").key()).isEqualTo(new Username("ADA").key());
        assertThat(new DatasetName("Ada").key()).isEqualTo(new DatasetName("ADA").key());
        assertThat(new OrganizationName("Ada").key()).isEqualTo(new OrganizationName("ADA").key());
        assertThat(new RoleName("Ada").key()).isEqualTo(new RoleName("ADA").key());
        assertThat(new WorkspaceName("Ada").key()).isEqualTo(new WorkspaceName("ADA").key());
        assertThat(new Username("Ada")).hasToString("Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "Legal-2_x", "0-_"})
    void aWorkspaceIsCalledInPlainLetters(String name) {
        assertThat(new WorkspaceName(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-a", "_a", "a b", "a.b", "é", "a\n", "a/b", "ａ"})
    void aWorkspaceIsCalledNothingElse(String name) {
        assertThatThrownBy(() -> new WorkspaceName(name))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("invalid workspace name `")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aWorkspaceNameHasTwoHundredCharacters() {
        assertThat(new WorkspaceName("a".repeat(200)).value()).hasSize(200);
        assertThatThrownBy(() -> new WorkspaceName("a".repeat(201))).isInstanceOf(RefusedException.class);
    }

    @Test
    void aTitleIsOneLineOrNone() {
        assertThat(workspace(null).title()).isNull();
        assertThat(workspace(" Legal team ").title()).isEqualTo("Legal team");
        assertThatThrownBy(() -> workspace("a\nb")).hasMessageStartingWith("title contains the control");
        assertThatThrownBy(() -> workspace("x".repeat(256))).hasMessage("title has 256 characters, the maximum is 255");
    }

    @Test
    void peopleSeeTheTitleOrTheName() {
        assertThat(workspace("Legal Team").shownName()).isEqualTo("Legal Team");
        assertThat(workspace("Legal Team").shownKey())
                .isEqualTo(workspace("LEGAL team").shownKey());
        assertThat(workspace("Legal Team").shownField()).isEqualTo("title");
        assertThat(workspace(null).shownName()).isEqualTo("legal");
        assertThat(workspace(null).shownKey()).isEqualTo(workspace("Legal").shownKey());
        assertThat(workspace(null).shownField()).isEqualTo("name");
    }

    @ParameterizedTest
    @CsvSource({
        "Prod EU, prod-eu",
        "PROD_EU, prod-eu",
        "-- Prod -/- EU --, prod-eu",
        "'Équipe n° 7', equipe-n-7",
        "E\u0301quipe, equipe",
        "Straße, strasse",
        "ﬁles, files",
        "ＡＢＣ, abc",
        "Модель 2, 2",
        "法務, workspace",
        "🦊, workspace",
        "---, workspace",
        "0190163d-8694-739b-aea5-966c26f8ad90, workspace-0190163d-8694-739b-aea5-966c26f8ad90",
        "rak_0123456789012345678901234567890123, rak-0123456789012345678901234567890123"
    })
    void aNameIsMadeFromATitle(String title, String name) {
        assertThat(WorkspaceName.ofTitle(title)).hasToString(name);
        assertThat(WorkspaceName.ofTitle(title).toGive()).hasToString(name);
    }

    @Test
    void aNameMadeFromALongTitleIsCut() {
        assertThat(WorkspaceName.ofTitle("x".repeat(255))).hasToString("x".repeat(200));
        assertThat(WorkspaceName.ofTitle("x".repeat(199) + " y")).hasToString("x".repeat(199));
        assertThat(WorkspaceName.ofTitle("x".repeat(255)).ending("2")).hasToString("x".repeat(198) + "-2");
        assertThat(new WorkspaceName("x".repeat(197) + "-y").ending("2")).hasToString("x".repeat(197) + "-2");
        assertThat(new WorkspaceName("legal").ending("2")).hasToString("legal-2");
    }

    /** Which would be refused: the name of a workspace cannot look like an id. */
    @Test
    void noEndingMakesANameLookLikeAnId() {
        for (int length = 1; length <= 40; length++) {
            WorkspaceName name = WorkspaceName.ofTitle("a".repeat(length));

            assertThat(name.ending("2").toGive()).isNotNull();
            assertThat(name.ending("0190163d").toGive()).isNotNull();
        }
    }

    private static Workspace workspace(@Nullable String title) {
        return new Workspace(
                new WorkspaceId(ID),
                1,
                new OrganizationId(ID),
                new WorkspaceName("legal"),
                title,
                "",
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Test
    void aDescriptionMayHaveLinesAndBeEmpty() {
        assertThat(organization("").description()).isEmpty();
        assertThat(organization("two\nlines").description()).isEqualTo("two\nlines");
        assertThat(organization("🦊".repeat(1_000)).description()).hasSize(2_000);
        assertThatThrownBy(() -> organization("x".repeat(1_001))).hasMessageStartingWith("description has 1,001");
        assertThatThrownBy(() -> organization("a\0b")).hasMessageEndingWith("U+0000");
    }

    private static Organization organization(String description) {
        return new Organization(
                new OrganizationId(ID), 1, new OrganizationName("acme"), description, Instant.EPOCH, Instant.EPOCH);
    }

    @Test
    void aProfileStartsWithTheUsername() {
        Profile profile = Profile.named(new Username("ada"));

        assertThat(profile.fullName()).isEqualTo("ada");
        assertThat(ProfileBuilder.builder()
                        .firstName(new PersonName("Ada"))
                        .lastName(new PersonName("Lovelace"))
                        .build()
                        .fullName())
                .isEqualTo("Ada Lovelace");
    }

    @Test
    void aPersonsNameNamesItsField() {
        assertThatThrownBy(() -> PersonName.of("last_name", "")).hasMessage("last_name must not be empty");
    }

    @Test
    void wordsAreReadBack() {
        assertThat(UserStatus.values()).allMatch(status -> UserStatus.parse(status.word()) == status);
        assertThat(DatasetAccess.values()).allMatch(access -> DatasetAccess.parse(access.word()) == access);
        assertThatThrownBy(() -> UserStatus.parse("Gone\n"))
                .hasMessage("invalid status `Gone\\u{A}`, expected active, invited, deactivated or deleted");
        assertThatThrownBy(() -> DatasetAccess.parse("all"))
                .hasMessage("invalid access `all`, expected workspace or assigned");
    }
}
