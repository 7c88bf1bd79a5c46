package dev.roster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.Roster.Ran;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever prints a secret ends with the secret alone on its line, so that {@code tail -n 1} takes it. {@code roster user} is
 * left out: it prints what Label Studio prints.
 */
final class PrintedSecretsTest {
    private final Roster roster = new Roster();

    @BeforeEach
    void people() {
        roster.given().owner("olga");
        roster.given().workspace("legal");
        roster.given().user("ana").email("ana@example.org").token("token-of-ana");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "users create eve                                   | rut_[A-Za-z0-9_-]+",
                "token renew ana                                    | rut_[A-Za-z0-9_-]+",
                "token show ana                                     | token-of-ana",
                "keys create ana notebook                           | rak_[A-Za-z0-9_-]+",
                "service-accounts create nightly                    | rak_[A-Za-z0-9_-]+",
                "users temporary-password ana                       | \\S{12,}",
                "users password-link ana                            | https://\\S+#rpr_\\S+",
                "users password-link ana --no-mail                  | https://\\S+#rpr_\\S+",
                "users log-in-link ana                              | https://\\S+#\\S+",
                "invitations create eve@example.org                 | https://\\S+#\\S+",
                "invitations create eve@example.org --mode temporary-password | \\S{12,}",
                "invite-link reset default                          | https://\\S+"
            })
    void secretIsAloneOnTheLastLine(String line, String secret) {
        Ran ran = roster.run(line.split(" "));

        assertThat(ran.exit()).as(ran.err()).isZero();
        String last = last(ran);
        assertThat(last).matches(secret);
        assertThat(ran.out().split(Pattern.quote(last), -1)).as("once").hasSize(2);
        assertThat(ran.err()).doesNotContain(last);
    }

    @Test
    void whatIsShownOrReplacedLaterEndsTheSame() {
        roster.run("invitations", "create", "eve@example.org");
        roster.run("invite-link", "reset", "default");
        roster.run("keys", "create", "ana", "notebook");
        String key = last(roster.run("keys", "list", "--columns", "id"));

        assertThat(last(roster.run("invitations", "resend", "eve@example.org"))).matches("https://\\S+#\\S+");
        assertThat(last(roster.run("invite-link", "show", "default"))).matches("https://\\S+");
        assertThat(last(roster.run("keys", "refresh", key))).matches("rak_\\S+");
    }

    @Test
    void programsGetItInAFieldOfItsOwn() {
        List<String> fields = Stream.of(
                        "users create eve", "token renew ana", "keys create ana notebook", "users log-in-link ana")
                .map(line -> roster.run((line + " --output json").split(" ")).out())
                .toList();

        assertThat(fields.get(0)).contains("\"user_token\": \"rut_").endsWith("}\n");
        assertThat(fields.get(1)).contains("\"user_token\": \"rut_");
        assertThat(fields.get(2)).contains("\"secret\": \"rak_");
        assertThat(fields.get(3)).contains("\"link\": \"https://");
    }

    private static String last(Ran ran) {
        return ran.out().lines().reduce((first, next) -> next).orElse("");
    }
}
