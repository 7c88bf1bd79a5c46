package dev.roster.http.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.domain.RefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParametersTest {
    @Test
    void namesAndValuesAreDecoded() {
        QueryParameters query = QueryParameters.parse("a=1+2&&b%5B%5D=%C3%A9&c&a=%F0%9F%98%80=&d=ü&e=");

        assertThat(query.all())
                .isEqualTo(java.util.Map.of(
                        "a",
                        List.of("1 2", "😀="),
                        "b[]",
                        List.of("é"),
                        "c",
                        List.of(""),
                        "d",
                        List.of("ü"),
                        "e",
                        List.of("")));
    }

    @ParameterizedTest
    @CsvSource({
        "a=%,a,is not percent-encoded",
        "a=%f,a,is not percent-encoded",
        "a=%zz,a,is not percent-encoded",
        "a=%+1,a,is not percent-encoded",
        "a=%é1,a,is not percent-encoded",
        "x=1&a=%ff,a,is not UTF-8",
        "a=%c3,a,is not UTF-8",
        "a=%c3x,a,is not UTF-8",
        "a=%ed%a0%80,a,is not UTF-8",
        "a=%c0%80,a,is not UTF-8",
        "%ff=1,%ff,is not UTF-8",
        "a%zz,a%zz,is not percent-encoded",
        "a=%00,a,contains a control character",
        "a%0a=1,query,contains a control character"
    })
    void whatCannotBeDecodedIsRefusedByName(String query, String name, String complaint) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> QueryParameters.parse(query))
                .withMessage("the query parameter `" + name + "` " + complaint);
    }
}
