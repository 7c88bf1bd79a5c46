package dev.roster.cli.terminal;

import dev.roster.domain.access.Target;
import java.util.Arrays;
import java.util.Optional;

/** A target as people write it: {@code KIND:NAME}, {@code instance}, or a bare workspace or dataset. */
public record TargetName(Target.Kind kind, String name) {
    public static TargetName instance() {
        return new TargetName(Target.Kind.INSTANCE, "");
    }

    public static TargetName parse(String text) {
        if (text.equals(Target.Kind.INSTANCE.word())) {
            return instance();
        }
        int colon = text.indexOf(':');
        Optional<Target.Kind> kind = colon < 1 ? Optional.empty() : kind(text.substring(0, colon));
        if (kind.isPresent()) {
            return new TargetName(kind.get(), text.substring(colon + 1));
        }
        return new TargetName(text.contains("/") ? Target.Kind.DATASET : Target.Kind.WORKSPACE, text);
    }

    private static Optional<Target.Kind> kind(String word) {
        return Arrays.stream(Target.Kind.values())
                .filter(kind -> kind != Target.Kind.INSTANCE && kind.word().equals(word))
                .findFirst();
    }
}
