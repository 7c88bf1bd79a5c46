package dev.roster.http.argilla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.http.TestServer.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number and id that the dialect takes, at its edges and beyond them. It takes no time and no length of time. */
class NumbersTest {
    private static final String DIGITS = "7".repeat(900);

    private ArgillaServer argilla;

    @BeforeEach
    void start() {
        argilla = ArgillaServer.start();
    }

    @AfterEach
    void stop() {
        argilla.close();
    }

    private Answer create(String more) {
        return argilla.post(
                "olga",
                ArgillaServer.V1 + "/datasets",
                "{'name':'letters','workspace_id':'" + argilla.idOf("legal") + "'," + more + "}");
    }

    private Answer createSubmitting(String least) {
        return create("'distribution':{'strategy':'overlap','min_submitted':" + least + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "-0",
                "-2147483648",
                "-9223372036854775809",
                "2147483648",
                "4294967297",
                "9223372036854775807",
                "9223372036854775808",
                "18446744073709551617",
                "1.0",
                "1e0",
                "1e400",
                "1e999999999",
                "'1'",
                "'٣'",
                "true",
                "null",
                "[1]"
            })
    void aNumberOutsideItsRangeIsAnInputErrorAtItsPlace(String least) {
        Answer answer = createSubmitting(least);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("/detail/params/errors/0/loc/2")).isEqualTo("min_submitted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "2147483647"})
    void aNumberInsideItsRangeIsTaken(String least) {
        Answer answer = createSubmitting(least);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.at("/distribution/min_submitted")).isEqualTo(least);
    }

    @ParameterizedTest
    @ValueSource(strings = {"٣", "３", "+1", "01", ".5", "5.", "0x5", "NaN", "Infinity", "1_000", "1e", "--1"})
    void whatIsNoNumberOfJsonIsNoJson(String number) {
        assertThat(createSubmitting(number).status()).as(number).isEqualTo(422);
        assertThat(create("'metadata':{'a':" + number + "}").status())
                .as(number)
                .isEqualTo(422);
    }

    /** Settings are the client's own; nothing here counts with them. */
    @Test
    void numbersOfSettingsAreKeptAsTheyAre() {
        String numbers = String.join(
                ",",
                List.of(
                        "0",
                        "-1",
                        "1e400",
                        "1E-400",
                        "1e999999999",
                        "0.10",
                        "9223372036854775808",
                        DIGITS,
                        "0." + DIGITS));

        Answer answer = create("'metadata':{'a':[" + numbers + "]}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(argilla.get("olga", ArgillaServer.V1 + "/datasets/" + answer.at("/id"))
                        .text())
                .contains("\"a\":[0,-1,", DIGITS, "0.10,", "9223372036854775808,");
    }

    @Test
    void aNumberOfTooManyDigitsIsAnInputError() {
        assertThat(create("'metadata':{'a':" + "7".repeat(1_001) + "}").status())
                .isEqualTo(422);
        assertThat(create("'metadata':{'a':1e" + "7".repeat(1_001) + "}").status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/workspaces/ID",
        "GET, /api/v1/workspaces/ID/users",
        "DELETE, /api/v1/workspaces/ID",
        "GET, /api/v1/users/ID",
        "DELETE, /api/v1/users/ID",
        "GET, /api/v1/users/ID/workspaces",
        "GET, /api/v1/datasets/ID",
        "GET, /api/v1/datasets/ID/fields",
        "PUT, /api/v1/datasets/ID/publish",
        "GET, /api/v1/me/datasets?workspace_id=ID",
        "DELETE, /api/users/ID",
        "POST, /api/workspaces/ID/users/ID",
    })
    void anIdIsReadStrictly(String method, String path) {
        for (String id : List.of(
                "1",
                "-1",
                "1-1-1-1-1",
                "٣",
                "٠b54c3a8-98de-4a9c-a3f7-5a53a0a2f0ce",
                "０b54c3a8-98de-4a9c-a3f7-5a53a0a2f0ce",
                "0b54c3a8-98de-4a9c-a3f7-5a53a0a2f0ceee",
                "+b54c3a8-98de-4a9c-a3f7-5a53a0a2f0ce",
                "{0b54c3a8-98de-4a9c-a3f7-5a53a0a2f0ce}")) {
            Answer answer = argilla.ask(
                            "olga",
                            method,
                            "/argilla" + path.replace("ID", URLEncoder.encode(id, StandardCharsets.UTF_8)))
                    .send();

            assertThat(answer.status()).as("%s %s %s", method, path, id).isEqualTo(422);
        }
    }

    /** The original pages some lists; here they are whole, and what asks for a page is not read at all. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "99999999999999999999", "٣", "1e999999999", "", "NaN"})
    void limitsAndOffsetsThatARouteDoesNotKnowDoNoHarm(String number) {
        String encoded = URLEncoder.encode(number, StandardCharsets.UTF_8);

        for (String path : List.of("/users", "/me/workspaces", "/me/datasets")) {
            assertThat(argilla.get("olga", ArgillaServer.V1 + path + "?limit=" + encoded + "&offset=" + encoded)
                            .status())
                    .as(path)
                    .isEqualTo(200);
        }
    }
}
