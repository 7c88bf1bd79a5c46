package dev.roster.http.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
import dev.roster.http.TestServer.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hotkeys of the account and of projects (contract §4.1, §11 line 16). */
class HotkeysTest {
    private static final String PATH = "/api/current-user/hotkeys/";
    private static final String SOME = "{'custom_hotkeys':{'regions:delete':{'key':'ctrl+backspace','active':true}}}";
    private static final String OTHER = "{'custom_hotkeys':{'tasks:next':{'key':'alt+n'}}}";
    private static final String NONE = "{'custom_hotkeys':{}}";

    private final LabelStudioServer server = new LabelStudioServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer patch(String path, String body) {
        return server.send("mara", "PATCH", path, body);
    }

    private void assertKept(String path, String body) {
        assertThat(server.get("mara", path).json()).hasToString(body.replace('\'', '"'));
    }

    private static void assertRefused(Answer answer, int status, String field) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.at("/error")).isNotEmpty();
        assertThat(answer.json().at("/details/" + field).isArray()).isTrue();
        assertThat(answer.json().size()).isEqualTo(2);
    }

    @Test
    void line16PatchReplacesAndAnEmptyMapIsFine() {
        assertKept(PATH, NONE);
        for (String body : new String[] {SOME, OTHER, NONE, OTHER}) {
            Answer answer = patch(PATH, body);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json()).hasToString(body.replace('\'', '"'));
            assertKept(PATH, body);
            assertKept("/api/current-user/hotkeys", body);
        }
    }

    @Test
    void everybodyHasTheirOwnAndNobodyIsToldThoseOfOthers() {
        patch(PATH, SOME);

        assertThat(server.get("ada", PATH).json()).hasToString(NONE.replace('\'', '"'));
        assertThat(server.get("", PATH).status()).isEqualTo(401);
        assertThat(server.send("", "PATCH", PATH, SOME).status()).isEqualTo(401);
        assertKept(PATH, SOME);
    }

    /** Those of others are for who may read users. */
    @Test
    void usersAreShownWithThoseOfTheirAccount() {
        patch(PATH, SOME);

        assertThat(server.get("mara", "/api/current-user/whoami")
                        .json()
                        .at("/custom_hotkeys/regions:delete/key")
                        .asText())
                .isEqualTo("ctrl+backspace");
        assertThat(server.get("olga", "/api/users/").json().findValuesAsText("key"))
                .containsExactly("ctrl+backspace");
        assertThat(server.get("ada", "/api/current-user/whoami")
                        .json()
                        .at("/custom_hotkeys")
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'custom_hotkeys':null}",
                "{'custom_hotkeys':[]}",
                "{'custom_hotkeys':'{}'}",
                "{'custom_hotkeys':{'delete':{'key':'a'}}}",
                "{'custom_hotkeys':{':delete':{'key':'a'}}}",
                "{'custom_hotkeys':{'regions: ':{'key':'a'}}}",
                "{'custom_hotkeys':{'regions:delete':'a'}}",
                "{'custom_hotkeys':{'regions:delete':{}}}",
                "{'custom_hotkeys':{'regions:delete':{'active':true}}}",
                "{'custom_hotkeys':{'regions:delete':{'key':''}}}",
                "{'custom_hotkeys':{'regions:delete':{'key':5}}}",
                "{'custom_hotkeys':{'regions:delete':{'key':null}}}",
                "{'custom_hotkeys':{'regions:delete':{'key':'a\\n'}}}",
                "{'custom_hotkeys':{'regions:delete':{'key':'\\u200b'}}}",
                "{'custom_hotkeys':{'regions:delete':{'key':'a','active':'yes'}}}",
                "{'custom_hotkeys':{'regions:delete':{'key':'a','active':null}}}",
            })
    void line16WhatIsNoMapOfHotkeysIsRefused(String body) {
        patch(PATH, SOME);

        assertRefused(patch(PATH, body), 400, "custom_hotkeys");

        assertKept(PATH, SOME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ctrl+alt+delete",
                "cmd+alt+escape",
                "alt+f4",
                "ctrl+alt+esc",
                "cmd+option+esc",
                "ctrl+shift+esc",
                "cmd+shift+q",
                "alt+tab",
                "cmd+tab",
                "ctrl+alt+t",
                "cmd+space",
                "Alt + F4",
                "tab+alt",
                "command+space",
                "control+alt+del",
                "ctrl+k, alt+tab"
            })
    void whatBelongsToTheSystemIsRefused(String key) {
        assertRefused(patch(PATH, "{'custom_hotkeys':{'a:b':{'key':'" + key + "'}}}"), 400, "custom_hotkeys");
        assertKept(PATH, NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", ",", "ctrl+,", "ctrl++", "shift+alt+f5", "ctrl+[", "ü", "alt+f", "cmd+q"})
    void otherKeysAreTaken(String key) {
        assertThat(patch(PATH, "{'custom_hotkeys':{'a:b':{'key':'" + key + "'}}}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void lengthsAndNumbersHaveTheirBounds() {
        assertThat(patch(PATH, hotkeys(200)).status()).isEqualTo(200);
        assertRefused(patch(PATH, hotkeys(201)), 400, "custom_hotkeys");
        assertThat(patch(PATH, one("s:" + "a".repeat(98), "k".repeat(50))).status())
                .isEqualTo(200);
        assertRefused(patch(PATH, one("s:" + "a".repeat(99), "k")), 400, "custom_hotkeys");
        assertRefused(patch(PATH, one("s:a", "k".repeat(51))), 400, "custom_hotkeys");
        String large = "{'custom_hotkeys':{'a:b':{'key':'a','note':'" + "n".repeat(Annex.MOST_BYTES) + "'}}}";
        assertRefused(patch(PATH, large), 400, "custom_hotkeys");
    }

    private static String hotkeys(int many) {
        return IntStream.range(0, many)
                .mapToObj(at -> "'tasks:act" + at + "':{'key':'a'}")
                .collect(Collectors.joining(",", "{'custom_hotkeys':{", "}}"));
    }

    private static String one(String action, String key) {
        return "{'custom_hotkeys':{'" + action + "':{'key':'" + key + "'}}}";
    }

    @Test
    void aBodyThatIsNoObjectIsRefused() {
        for (String body : new String[] {"", "[]", "{", "'a'"}) {
            assertThat(patch(PATH, body).status()).as(body).isEqualTo(400);
        }
        assertThat(server.send("mara", "PATCH", PATH).status()).isEqualTo(400);
    }

    @Test
    void aProjectHasItsOwnUntilTheyAreEmptied() {
        Dataset birds = birds();
        String project = PATH + "?project=" + birds.number();
        patch(PATH, SOME);

        assertKept(project, NONE);
        assertThat(patch(project, OTHER).json()).hasToString(OTHER.replace('\'', '"'));
        assertKept(project, OTHER);
        assertKept(PATH, SOME);

        assertThat(patch(project, NONE).status()).isEqualTo(200);
        assertKept(project, NONE);
        assertKept(PATH, SOME);
        assertThat(server.server().fakes().ports().annexes().of(maras(), "label-studio:project-hotkeys"))
                .isEmpty();
    }

    private AnnexOwner maras() {
        return AnnexOwner.of(server.server()
                .fakes()
                .ports()
                .users()
                .findByUsername(NameKey.of("mara"))
                .orElseThrow()
                .id());
    }

    private Dataset birds() {
        return server.given().dataset("birds", server.given().workspace("projects"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?project=",
                "?project",
                "?project=0",
                "?project=-1",
                "?project=%2B1",
                "?project=+1",
                "?project=01",
                "?project=1.0",
                "?project=1%20",
                "?project=one",
                "?project=%D9%A1",
                "?project=1&project=1"
            })
    void line16ABadProjectNeverChangesThoseOfTheAccount(String query) {
        birds();
        patch(PATH, SOME);

        assertRefused(patch(PATH + query, OTHER), 400, "project");
        assertRefused(server.get("mara", PATH + query), 400, "project");

        assertKept(PATH, SOME);
    }

    @Test
    void projectsThatAreNotThereOrElsewhereAreNotFound() {
        Dataset elsewhere = server.given()
                .dataset(
                        "trees",
                        server.given().workspace("trees", server.given().organization("other")));
        for (String number : new String[] {"999999", "9".repeat(19), "9".repeat(40), elsewhere.number() + ""}) {
            assertRefused(patch(PATH + "?project=" + number, OTHER), 404, "project");
            assertRefused(server.get("olga", PATH + "?project=" + number), 404, "project");
        }
        assertKept(PATH, NONE);
    }

    @Test
    void aProjectWithoutAccessIsNotFoundEither() {
        Dataset birds = birds();
        server.user("nora", PredefinedRole.ANNOTATOR).in(server.organization());

        assertRefused(server.send("nora", "PATCH", PATH + "?project=" + birds.number(), OTHER), 404, "project");
        assertRefused(server.get("nora", PATH + "?project=" + birds.number()), 404, "project");
    }

    @Test
    void whatWasKeptForProjectsThatAreGoneMakesRoom() {
        Dataset gone = birds();
        patch(PATH + "?project=" + gone.number(), SOME);
        Dataset first = server.given().dataset("d1", server.given().workspace("projects"));
        patch(PATH + "?project=" + first.number(), SOME);
        for (int at = 2; at < Annex.MOST_OF_A_KIND; at++) {
            Dataset more = server.given().dataset("d" + at, server.given().workspace("projects"));
            server.server()
                    .fakes()
                    .ports()
                    .annexes()
                    .put(new Annex(
                            maras(),
                            0,
                            "label-studio:project-hotkeys",
                            more.id().toString(),
                            "{}",
                            Given.THEN));
        }
        Dataset last = server.given().dataset("last", server.given().workspace("projects"));

        assertRefused(patch(PATH + "?project=" + last.number(), OTHER), 400, "custom_hotkeys");
        server.server().fakes().ports().datasets().remove(gone.id());
        assertThat(patch(PATH + "?project=" + last.number(), OTHER).status()).isEqualTo(200);

        assertKept(PATH + "?project=" + last.number(), OTHER);
        assertKept(PATH + "?project=" + first.number(), SOME);
    }

    @Test
    void aServerThatIsAskedByASecondPersonKeepsThemApart() {
        GivenUser ida = server.user("ida", PredefinedRole.OWNER).in(server.organization());
        patch(PATH, SOME);
        server.send("ida", "PATCH", PATH, OTHER);

        assertKept(PATH, SOME);
        assertThat(server.server().fakes().ports().annexes().of(AnnexOwner.of(ida.id()), KeptAccounts.KIND))
                .hasSize(1);
    }
}
