package dev.roster.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                               | false
            */*                                             | false
            application/json                                | false
            text/html                                       | true
            TEXT/HTML;charset=utf-8                         | true
            text/html,application/xhtml+xml,*/*;q=0.8       | true
            text/html, application/json                     | true
            application/json, text/html                     | false
            application/json;q=0.4, text/html               | true
            text/html;q=0.4, application/json               | false
            text/html;q=0.4, application/problem+json;q=0.5 | false
            text/html;q=0                                   | false
            text/html;q=                                    | true
            """)
    void clientPrefersHtmlWhenItNamesItBeforeJson(@Nullable String accept, boolean prefers) {
        assertThat(MediaTypes.prefersHtml(accept)).isEqualTo(prefers);
    }
}
