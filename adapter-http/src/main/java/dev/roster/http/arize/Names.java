package dev.roster.http.arize;

import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.TextRule;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names and descriptions of things, as long as the contract has them. */
final class Names {
    private static final int MOST = 255;
    static final TextRule NAME = new TextRule(1, MOST, true);
    static final TextRule DESCRIPTION = new TextRule(0, 1_000, false);

    private Names() {}

    /** A part of the name in the query, or null. */
    static @Nullable String filter(Inputs inputs) {
        return inputs.queryText("name", MOST);
    }

    /** @throws ArizeProblem 400, where an update asks for nothing */
    static void requireAny(Inputs inputs, String... fields) {
        if (inputs.all().isEmpty()) {
            throw ArizeProblem.of(
                    400,
                    "the body changes nothing, expected at least one of "
                            + Arrays.stream(fields)
                                    .map(field -> "`" + field + "`")
                                    .collect(Collectors.joining(", ")));
        }
    }
}
