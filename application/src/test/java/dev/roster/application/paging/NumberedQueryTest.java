package dev.roster.application.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberedQueryTest {
    @ParameterizedTest
    @CsvSource({"1,20,0,20", "3,20,40,20", "2147483647,1000,2147483646000,1000", "1,1,0,1"})
    void pageHasItsPlaceInTheList(int page, int size, long before, long most) {
        NumberedQuery query = new NumberedQuery(page, size);

        assertThat(query.before()).isEqualTo(before);
        assertThat(query.most()).isEqualTo(most);
    }

    @Test
    void wholeListIsOnePage() {
        assertThat(new NumberedQuery(1, NumberedQuery.ALL).before()).isZero();
        assertThat(new NumberedQuery(1, NumberedQuery.ALL).most()).isEqualTo(NumberedQuery.MOST_AT_ONCE);
        assertThat(new NumberedQuery(2, NumberedQuery.ALL).before()).isEqualTo(Long.MAX_VALUE);
    }

    /** A list of a million is for pages; one that is not asked for whole may be as long as it likes. */
    @Test
    void wholeListIsNoLongerThanCanBeHeld() {
        NumberedQuery whole = new NumberedQuery(1, NumberedQuery.ALL);
        whole.requireFit(NumberedQuery.MOST_AT_ONCE);
        new NumberedQuery(1, 20).requireFit(1_000_000);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> whole.requireFit(NumberedQuery.MOST_AT_ONCE + 1))
                .returns(Kind.INVALID, RefusedException::kind)
                .returns("page_size", RefusedException::field);
    }

    @ParameterizedTest
    @CsvSource({"0,20,page", "-1,20,page", "1,0,page_size", "1,-2,page_size", "1,1001,page_size"})
    void otherNumbersAreRefusedByTheirField(int page, int size, String field) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new NumberedQuery(page, size))
                .returns(Kind.INVALID, RefusedException::kind)
                .returns(field, RefusedException::field)
                .withMessageContaining("invalid " + field + " ");
    }
}
