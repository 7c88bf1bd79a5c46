package dev.roster.http.arize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Grants;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.invitation.Invitation;
import dev.roster.domain.invitation.InvitationId;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Who may call which operation: a table of what comes of each for callers from the least to the most, each with things of
 * their own to do it to, so that none finds what another has done.
 */
class CallersTest {
    private static final TestServer SERVER = TestServer.start(HttpSettings.on("127.0.0.1", 0), new ArizeModule());
    private static int scenes;

    /** Who calls: an account role, and a role in the organization and in the space of the scene, or none. */
    private enum Cast {
        NOBODY,
        STRANGER,
        ANNOTATOR,
        MEMBER,
        SPACE_ADMIN,
        ORG_ADMIN,
        ADMIN
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void everyOperationAnswersEveryCallerAsTheTableSays() {
        SERVER.given().organization();
        List<String> rows = rows();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(38);
        List<String> found = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split("\\|", -1);
            String[] asked = cells[0].strip().split(" ", 2);
            List<String> statuses = new ArrayList<>();
            for (Cast caller : Cast.values()) {
                statuses.add(String.valueOf(new Scene(caller)
                        .ask(asked[0], asked[1], cells[1].strip())
                        .status()));
            }
            found.add((cells[0].strip() + " | " + cells[1].strip() + " | " + String.join(" ", statuses))
                    .replaceAll(" +", " "));
        }

        assertThat(found).isEqualTo(rows);
    }

    /** A caller, and what there is for them to do things to. */
    private static final class Scene {
        private final Map<String, String> ids = new HashMap<>();
        private final String key;

        Scene(Cast caller) {
            Given given = SERVER.given();
            int number = ++scenes;
            this.key = "the-key-of-the-caller-" + number;
            Organization organization = given.organization("Research " + number);
            Workspace space = given.workspace("prod-" + number, organization);
            Dataset project = given.dataset("traces", space);
            Dataset restricted = given.restrictedDataset("secrets", space);
            Role clerk = given.role("Clerk " + number, RosterPermission.DATASET_READ);
            Role free = given.role("Free " + number, RosterPermission.DATASET_READ);
            GivenUser ada = given.user("ada " + number)
                    .role(PredefinedRole.MEMBER)
                    .email("ada-" + number + "@lab.example")
                    .password("correct-horse")
                    .in(organization, PredefinedRole.MEMBER.role())
                    .in(space, PredefinedRole.VIEWER.role())
                    .granted(clerk, space);
            GivenUser eve = given.user("eve " + number)
                    .role(PredefinedRole.MEMBER)
                    .in(organization, PredefinedRole.MEMBER.role());
            GivenUser invited = given.user("ivo " + number)
                    .role(PredefinedRole.MEMBER)
                    .email("ivo-" + number + "@lab.example")
                    .in(organization)
                    .status(UserStatus.INVITED);
            invite(invited);
            ApiKey adas = ada.apiKey("a-key-of-ada-" + number);
            GrantId binding = binding(ada);
            ids.put("number", String.valueOf(number));
            ids.put("org", ArizeIds.ORGANIZATION.write(organization.id()));
            ids.put("space", ArizeIds.SPACE.write(space.id()));
            ids.put("project", ArizeIds.PROJECT.write(project.id()));
            ids.put("restricted", ArizeIds.PROJECT.write(restricted.id()));
            ids.put("role", ArizeIds.ROLE.write(clerk.id()));
            ids.put("free", ArizeIds.ROLE.write(free.id()));
            ids.put("user", ArizeIds.USER.write(ada.id()));
            ids.put("other", ArizeIds.USER.write(eve.id()));
            ids.put("invited", ArizeIds.USER.write(invited.id()));
            ids.put("key", ArizeIds.KEY.write(adas.id()));
            ids.put("binding", ArizeIds.BINDING.write(binding));
            appear(caller, given, organization, space);
        }

        private static void invite(GivenUser user) {
            Ports ports = SERVER.fakes().ports();
            Instant now = SERVER.fakes().clock().instant();
            ports.invitations()
                    .put(new Invitation(
                            new InvitationId(ports.ids().next()),
                            0,
                            user.id(),
                            InviteMode.LINK,
                            null,
                            null,
                            now,
                            now,
                            now.plus(Duration.ofDays(1))));
        }

        private static GrantId binding(GivenUser user) {
            return SERVER.fakes()
                    .ports()
                    .grants()
                    .list(Grants.Filter.all().withUser(user.id()), PageRequest.first())
                    .items()
                    .get(0)
                    .grant()
                    .id();
        }

        private void appear(Cast caller, Given given, Organization organization, Workspace space) {
            if (caller == Cast.NOBODY) {
                return;
            }
            GivenUser user = given.user("caller " + scenes).token(key);
            switch (caller) {
                case ADMIN -> user.role(PredefinedRole.OWNER);
                case ORG_ADMIN -> user.role(PredefinedRole.MEMBER).in(organization, PredefinedRole.MANAGER.role());
                case SPACE_ADMIN ->
                    user.role(PredefinedRole.MEMBER)
                            .in(organization, PredefinedRole.MEMBER.role())
                            .in(space, PredefinedRole.MANAGER.role());
                case MEMBER ->
                    user.role(PredefinedRole.MEMBER)
                            .in(organization, PredefinedRole.MEMBER.role())
                            .in(space, PredefinedRole.MEMBER.role());
                case ANNOTATOR ->
                    user.role(PredefinedRole.ANNOTATOR)
                            .in(organization, PredefinedRole.ANNOTATOR.role())
                            .in(space, PredefinedRole.ANNOTATOR.role());
                case STRANGER -> user.role(PredefinedRole.MEMBER);
                case NOBODY -> {}
            }
        }

        Answer ask(String method, String path, String body) {
            int query = path.indexOf('?');
            String way = filled(query < 0 ? path : path.substring(0, query)).replace("=", "%3D");
            TestServer.Ask ask = SERVER.ask(
                            method, "/arize/v2" + way + (query < 0 ? "" : filled(path.substring(query))))
                    .header("Authorization", "Bearer " + key);
            return body.isEmpty()
                    ? ask.send()
                    : ask.json(filled(body).replace('\'', '"')).send();
        }

        private String filled(String text) {
            String filled = text;
            for (Map.Entry<String, String> id : ids.entrySet()) {
                filled = filled.replace("{" + id.getKey() + "}", id.getValue());
            }
            return filled;
        }
    }

    private static List<String> rows() {
        try (InputStream in = Objects.requireNonNull(CallersTest.class.getResourceAsStream("callers.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
