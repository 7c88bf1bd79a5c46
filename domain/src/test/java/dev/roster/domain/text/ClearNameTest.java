package dev.roster.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.domain.RefusedException;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserBuilder;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceName;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClearNameTest {
    private static final UserId ID = new UserId(new UUID(1, 2));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "owner",
                "Ada Lovelace",
                "josé-müller_7",
                "владелец",
                "Ольга 2",
                "Σίσυφος",
                "山田太郎",
                "山田たろう",
                "ヤマダ-taro",
                "김철수",
                "金철수",
                "علی‌رضا",
                "राम_admin",
                "עדה",
                "🦊",
                "12345",
                "ana@example.org",
                "иван@example.org",
                "ivan@пример.рф",
                "rin_tanaka",
                "ray_charles_robinson",
                "rak_reports",
                "deadbeef",
                "0190163d-8694-739b-aea5-966c26f8ad9",
                "0190163d-8694-739b-aea5-966c26f8ad900"
            })
    void theseAreClear(String name) {
        assertThat(ClearName.check("username", name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "own\u0435r, Latin and Cyrillic",
        "\u043Ewner, Latin and Cyrillic",
        "ad\u03BFra, Latin and Greek",
        "\u0430\u03BF, Greek and Cyrillic",
        "olga.\u043E\u0440\u0435, Latin and Cyrillic",
        "own\u0435r@example.org, Latin and Cyrillic",
        "\uFF4Fwn\u0435r, Latin and Cyrillic",
        "\u2126wner, Latin and Greek",
        "o\u0585en, Latin and Armenian",
        "\u13A0da, Latin and Cherokee",
        "\u0430\u05D0, Cyrillic and Hebrew",
        "ada-\u05D0-\u0905, Latin and Hebrew and Devanagari"
    })
    void lettersThatLookAlikeAreNotMixed(String name, String scripts) {
        assertRefused(name, "it mixes " + scripts + " letters, which look alike; use one script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0190163d-8694-739b-aea5-966c26f8ad90",
                "0190163D-8694-739B-AEA5-966C26F8AD90",
                "0190163d8694739baea5966c26f8ad90",
                "{0190163d-8694-739b-aea5-966c26f8ad90}",
                "urn:uuid:0190163d-8694-739b-aea5-966c26f8ad90",
                "\uFF10190163d-8694-739b-aea5-966c26f8ad90",
                "01-90163d8694739baea5966c26f8ad90"
            })
    void aNameIsNoId(String name) {
        assertRefused(name, "which looks like an id; choose another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rak_", "rut_", "rss_", "rin_", "RAK_"})
    void aNameIsNoTokenAndIsNotRepeated(String prefix) {
        String secret = prefix + "VIXcnWmdOMP1B0mRdmTqk9JfaHUIg8fcZp7QKuXHFGA";

        assertThatThrownBy(() -> ClearName.check("username", secret))
                .hasMessage("username looks like a token or key; choose another name");
    }

    private static void assertRefused(String name, String reason) {
        assertThatThrownBy(() -> ClearName.check("username", name))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(RefusedException.Kind.INVALID);
                    assertThat(refused.field()).isEqualTo("username");
                    assertThat(refused.reason()).endsWith(reason);
                });
    }

    static Stream<Runnable> giving() {
        return Stream.of(
                () -> User.person(ID, new Username("own\u0435r"), Instant.EPOCH),
                () -> person("ana").withUsername(new Username("own\u0435r")),
                () -> new RoleName("own\u0435r").toGive(),
                () -> role("curator").withName(new RoleName("own\u0435r")),
                () -> new OrganizationName("\u0410cme").toGive(),
                () -> new WorkspaceName("0190163d-8694-739b-aea5-966c26f8ad90").toGive());
    }

    @ParameterizedTest
    @MethodSource("giving")
    void whatPeopleTellApartByNameIsNotGivenAnUnclearOne(Runnable given) {
        assertThatThrownBy(given::run).isInstanceOf(RefusedException.class);
    }

    /** From before the rule: it is read, and everything else about its bearer can be changed. */
    @Test
    void anUnclearNameThatIsThereStays() {
        User old = renamed("own\u0435r");

        assertThat(old.withUsername(old.username()).username()).isEqualTo(old.username());
        assertThat(role("own\u0435r").withName(new RoleName("own\u0435r")).name())
                .hasToString("own\u0435r");
        assertThat(old.withUsername(new Username("ana")).username()).hasToString("ana");
    }

    private static User person(String name) {
        return User.person(ID, new Username(name), Instant.EPOCH);
    }

    private static User renamed(String name) {
        User person = person("ana");
        return UserBuilder.builder()
                .id(person.id())
                .number(1)
                .kind(person.kind())
                .username(new Username(name))
                .profile(person.profile())
                .role(person.role())
                .developer(false)
                .status(person.status())
                .createdAt(person.createdAt())
                .updatedAt(person.updatedAt())
                .build();
    }

    private static Role role(String name) {
        return Role.custom(new RoleId(new UUID(3, 4)), new RoleName(name), PermissionSet.none());
    }
}
