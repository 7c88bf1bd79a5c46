package dev.roster.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.RefusedException.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedExceptionTest {
    @Test
    void whatIsNotThereIsQuotedOnOneLine() {
        RefusedException refusal = RefusedException.notFound("user", "ada\r\nadmin: true\u202E");

        assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(refusal.field()).isEqualTo("user");
        assertThat(refusal).hasMessage("no user `ada\\u{D}\\u{A}admin: true\\u{202E}`");
    }

    @Test
    void longTextIsCut() {
        assertThat(UserText.quote("🦊".repeat(100))).isEqualTo("`" + "🦊".repeat(100) + "`");
        assertThat(UserText.quote("🦊".repeat(101))).isEqualTo("`" + "🦊".repeat(100) + "…`");
    }

    @Test
    void blockersAreKeptAsTheyWere() {
        List<String> names = new ArrayList<>(List.of("contracts"));

        RefusedException refusal = RefusedException.blocked("workspace", "it still has datasets", names);
        names.clear();

        assertThat(refusal.blockers()).containsExactly("contracts");
        assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void eachKindCarriesWhatCallersNeed() {
        RefusedException forbidden = RefusedException.forbidden("no", "user:read");

        assertThat(forbidden.missing()).isEqualTo("user:read");
        assertThat(RefusedException.forbidden("no").missing()).isNull();
        assertThat(RefusedException.busy("later").kind()).isEqualTo(Kind.BUSY);
        assertThat(RefusedException.unavailable("away", null).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(RefusedException.unauthenticated("who").kind()).isEqualTo(Kind.UNAUTHENTICATED);
        assertThat(RefusedException.conflict("name", "taken").field()).isEqualTo("name");
        assertThat(forbidden.reason()).isEqualTo("no");
    }
}
