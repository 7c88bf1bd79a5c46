package dev.roster.cli.terminal;

import dev.roster.application.paging.PageRequest;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.text.WholeNumbers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How much of a list to print, and what of each item. */
public final class PageOptions {
    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = AtLeastOne.class,
            description = "Print at most N; default: " + PageRequest.USUAL + ".")
    private long limit = PageRequest.USUAL;

    @Option(names = "--all", description = "Print all, without a limit.")
    private boolean all;

    @Option(
            names = "--columns",
            paramLabel = "COLUMN",
            split = ",",
            description = "Print these columns in this order, as in id,created_at. An unknown one lists all there are.")
    private @Nullable List<String> columns;

    /** All there are, for a list that makes no sense in part. */
    public static PageOptions everything() {
        PageOptions options = new PageOptions();
        options.all = true;
        return options;
    }

    /** Whether it was said what to print of each item. */
    public boolean haveColumns() {
        return columns != null;
    }

    /** @throws UsageException for a column that the layout does not have */
    <T> Layout<T> chosen(Layout<T> layout) {
        return columns == null ? layout : layout.only(columns);
    }

    long most() {
        return all ? Long.MAX_VALUE : limit;
    }

    /** A whole number from 1. */
    public static final class AtLeastOne implements ITypeConverter<Long> {
        private static final long MOST = 999_999_999_999_999_999L;

        @Override
        public Long convert(String text) {
            try {
                return WholeNumbers.parse("limit", text, 1L, MOST);
            } catch (RefusedException refused) {
                throw new TypeConversionException(
                        "invalid number " + UserText.quote(text) + ", expected 1 or more, at most " + MOST);
            }
        }
    }
}
