package dev.roster.http.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.paging.CountedPage;
import dev.roster.application.paging.NumberedQuery;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.paging.Pages;
import dev.roster.domain.RefusedException;
import dev.roster.http.dialect.NumberedPage.Asked;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NumberedPageTest {
    private static final int LENGTH = 2_345;

    /** The numbers from 1 on. */
    private static Page<Long> numbers(PageRequest request) {
        List<Long> found = LongStream.rangeClosed(request.after() + 1, LENGTH)
                .limit(request.limit() + 1L)
                .boxed()
                .toList();
        return Page.of(found, request, number -> number);
    }

    private static NumberedPage<Long> page(int page, int size) {
        return NumberedPage.of(
                new Asked(page, size), Pages.counted(new Asked(page, size).query(), NumberedPageTest::numbers));
    }

    @Test
    void startsWithTheFirstPage() {
        assertThat(page(1, 3)).isEqualTo(new NumberedPage<>(List.of(1L, 2L, 3L), LENGTH, null, 2));
    }

    @Test
    void endsWithThePageThatHoldsTheLast() {
        assertThat(page(469, 5))
                .isEqualTo(new NumberedPage<>(List.of(2341L, 2342L, 2343L, 2344L, 2345L), LENGTH, 468, null));
    }

    @Test
    void isEmptyBeyondTheEnd() {
        assertThat(page(Integer.MAX_VALUE, 1_000).items()).isEmpty();
        assertThat(page(470, 5)).isEqualTo(new NumberedPage<Long>(List.of(), LENGTH, 469, null));
    }

    @Test
    void isTheWholeListForASizeOfMinusOne() {
        assertThat(page(1, -1).items()).hasSize(LENGTH);
        assertThat(page(1, -1).next()).isNull();
        assertThat(page(2, -1)).isEqualTo(new NumberedPage<Long>(List.of(), LENGTH, null, null));
    }

    @Test
    void isNoWholeListThatIsTooLongToHold() {
        Function<PageRequest, Page<Long>> million = request ->
                new Page<>(List.of(request.after() + 1), request.after() + 1 < 1_000_000 ? request.after() + 1 : null);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Pages.counted(new Asked(1, -1).query(), million))
                .returns("page_size", RefusedException::field);
    }

    @Test
    void isWhatAUseCaseCounted() {
        List<String> items = List.of("ana", "bob");

        assertThat(NumberedPage.of(new Asked(2, 2), new CountedPage<>(items, 5)))
                .isEqualTo(new NumberedPage<>(items, 5, 1, 3));
        assertThat(NumberedPage.of(new Asked(1, 2), new CountedPage<>(items, 2)))
                .isEqualTo(new NumberedPage<>(items, 2, null, null));
        assertThat(new Asked(3, 20).query()).isEqualTo(new NumberedQuery(3, 20));
    }
}
