package dev.roster.cli.terminal;

import dev.roster.application.paging.PageRequest;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.text.WholeNumbers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How much of a list to print, and what of each item. */
public final class PageOptions {
    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = AtLeastOne.class,
            description = "Print at most N; default: " + PageRequest.USUAL + ".")
    private @Nullable Long limit;

    @Option(names = "--all", description = "Print all, without a limit.")
    private boolean all;

    @Mixin
    private ColumnOptions columns = new ColumnOptions();

    /** All there are, for a list that makes no sense in part. */
    public static PageOptions everything() {
        PageOptions options = new PageOptions();
        options.all = true;
        return options;
    }

    /** Whether it was said what to print of each item. */
    public boolean haveColumns() {
        return columns.areGiven();
    }

    /**
     * The columns alone, for a list that is always printed to its end.
     *
     * @param option which makes it so
     * @throws UsageException if it was said how much of it to print
     */
    public ColumnOptions columnsWith(String option) {
        if (limit != null || all) {
            throw new UsageException((all ? "--all" : "--limit") + " does not go with " + option + ", leave it out");
        }
        return columns;
    }

    /** @throws UsageException for a column that the layout does not have, and for two limits */
    <T> Layout<T> chosen(Layout<T> layout) {
        if (limit != null && all) {
            throw new UsageException("--limit and --all exclude each other, leave one out");
        }
        return columns.chosen(layout);
    }

    long most() {
        if (all) {
            return Long.MAX_VALUE;
        }
        return limit == null ? PageRequest.USUAL : limit;
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
                        "invalid number " + UserText.quote(text) + ", expected 1 or more, of at most 18 digits");
            }
        }
    }
}
