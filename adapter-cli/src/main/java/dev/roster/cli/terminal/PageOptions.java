package dev.roster.cli.terminal;

import dev.roster.application.paging.PageRequest;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.text.WholeNumbers;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How much of a list to print. */
public final class PageOptions {
    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = AtLeastOne.class,
            description = "Print at most N; the default is " + PageRequest.USUAL + ".")
    private long limit = PageRequest.USUAL;

    @Option(names = "--all", description = "Print all there are, however many.")
    private boolean all;

    /** All there are, for a list that makes no sense in part. */
    public static PageOptions everything() {
        PageOptions options = new PageOptions();
        options.all = true;
        return options;
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
