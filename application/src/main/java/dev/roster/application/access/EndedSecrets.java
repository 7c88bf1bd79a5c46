package dev.roster.application.access;

import dev.roster.application.port.ShownSecrets.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * How many secrets that another person knew ended, by kind: with a role that was given, or changed, where the users who hold it
 * may be many.
 */
public record EndedSecrets(Map<Kind, Integer> counts) {
    public static final EndedSecrets NONE = new EndedSecrets(Map.of());

    public EndedSecrets {
        counts = Map.copyOf(counts);
    }

    static EndedSecrets of(Set<Kind> kinds) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        kinds.forEach(kind -> counts.put(kind, 1));
        return new EndedSecrets(counts);
    }

    /** These and others. */
    public EndedSecrets and(EndedSecrets others) {
        Map<Kind, Integer> sum = new EnumMap<>(Kind.class);
        sum.putAll(counts);
        others.counts.forEach((kind, count) -> sum.merge(kind, count, Integer::sum));
        return new EndedSecrets(sum);
    }
}
