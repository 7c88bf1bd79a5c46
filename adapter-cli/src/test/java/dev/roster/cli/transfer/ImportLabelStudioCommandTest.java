package dev.roster.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.fake.InMemoryPlatform;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.ForeignPlatform.Group;
import dev.roster.application.port.ForeignPlatform.Project;
import dev.roster.application.port.ForeignPlatform.Team;
import dev.roster.application.port.ForeignPlatformPersonBuilder;
import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ImportLabelStudioCommandTest {
    private final Roster roster = new Roster();

    @BeforeEach
    void anOrganizationIsThere() {
        roster.given().organization();
        roster.platform()
                .withoutUuids()
                .person(ForeignPlatformPersonBuilder.builder()
                        .id("7")
                        .username("mira@example.org")
                        .firstName("Mira")
                        .email("mira@example.org")
                        .role("annotator")
                        .build())
                .also(contents -> contents.withGroups(List.of(new Group("1", "Birds", "")))
                        .withTeams(List.of(new Team("1", null, "projects", "1", "")))
                        .withProjects(List.of(
                                new Project("1", "Owls", "1", "7"),
                                new Project("2", "Gulls", "1", "8"),
                                new Project("3", "Lost", "2", null))));
    }

    private Ran run() {
        return roster.run(
                "import",
                "label-studio",
                "--url",
                "http://localhost:8080",
                "--api-key",
                InMemoryPlatform.KEY,
                "--yes",
                "--output",
                "csv");
    }

    @Test
    void bringsProjectsWithWhoCreatedThem() {
        Ran ran = run();

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out().lines())
                .contains(
                        "created,dataset,Owls,",
                        "created,dataset,Gulls,without who created it",
                        "left out,dataset,Lost,the workspace is left out");
        assertThat(ran.err()).contains("created: 1 users, 1 organizations, 1 workspaces, 0 memberships, 2 datasets");
        assertThat(roster.ports()
                        .datasets()
                        .list(Datasets.Filter.all(), PageRequest.first())
                        .items())
                .extracting(found -> found.workspace().shownName() + "/"
                        + found.dataset().name() + " " + (found.dataset().creator() != null))
                .containsExactly("projects/Owls true", "projects/Gulls false");
    }

    @Test
    void canBeRunAgain() {
        run();

        assertThat(run().out()).contains("present,dataset,Owls,").doesNotContain("created");
    }

    @Test
    void aWrongKeyIsToldWithoutIt() {
        Ran ran = roster.run("import", "label-studio", "--url", "http://localhost:8080", "--api-key", "secret-wrong");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("does not accept the key").doesNotContain("secret-wrong");
    }
}
