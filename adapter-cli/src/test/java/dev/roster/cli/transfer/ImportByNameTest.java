package dev.roster.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.fake.InMemoryPlatform;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.ForeignPlatform.Person;
import dev.roster.application.port.ForeignPlatformPersonBuilder;
import dev.roster.application.port.UserFilter;
import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.user.User;
import dev.roster.domain.user.Username;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People and workspaces of a platform whose ids are numbers: they are known again by e-mail address and name. */
final class ImportByNameTest {
    private final Roster roster = new Roster();

    @BeforeEach
    void thereAreTwoPeopleOverThere() {
        roster.given().organization();
        roster.platform()
                .withoutUuids()
                .person(person("1", "mara", "mara@example.org"))
                .person(person("2", "ivo", null))
                .team("7", "legal-team", "1", "2");
    }

    private static Person person(String id, String username, @Nullable String email) {
        return ForeignPlatformPersonBuilder.builder()
                .id(id)
                .username(username)
                .firstName(username)
                .role("annotator")
                .build()
                .withEmail(email);
    }

    private Ran run() {
        return roster.run(
                "import", "argilla", "--url", "http://old.example.org", "--api-key", InMemoryPlatform.KEY, "--yes");
    }

    private List<User> users() {
        return roster.ports()
                .users()
                .list(UserFilter.all(), PageRequest.first())
                .items();
    }

    private User user(String username) {
        return roster.ports()
                .users()
                .findByUsername(new Username(username).key())
                .orElseThrow();
    }

    @Test
    void bringsThemUnderIdsOfRostersOwnAndOnceOnly() {
        Ran first = run();
        Ran again = run();

        assertThat(first.exit()).isZero();
        assertThat(first.err()).contains("created: 2 users, 1 workspaces, 2 memberships");
        assertThat(String.valueOf(user("mara").email())).isEqualTo("mara@example.org");
        assertThat(again.err())
                .contains("created: 0 users, 0 workspaces, 0 memberships")
                .contains("there before: 2 users, 1 workspaces, 2 memberships");
    }

    @Test
    void theSameAddressIsTheSameUser() {
        roster.given().user("m.mara").email("Mara@example.org");

        Ran ran = run();

        assertThat(ran.out()).contains("is called `m.mara` here");
        assertThat(users()).hasSize(2);
        assertThat(ran.err()).contains("2 memberships");
    }

    @Test
    void theSameUsernameIsTheSameUserUnlessTheAddressesDiffer() {
        roster.given().user("ivo").email("ivo@example.org");
        roster.given().user("mara").email("another@example.org");

        Ran ran = run();

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).contains("the username is another user's here", "the user is left out");
        assertThat(users()).hasSize(2);
        assertThat(ran.err()).contains("created: 0 users, 1 workspaces, 1 memberships");
    }
}
