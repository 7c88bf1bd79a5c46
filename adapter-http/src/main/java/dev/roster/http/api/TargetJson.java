package dev.roster.http.api;

import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.http.web.Quoted;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a permission is asked on. The instance has no id. */
record TargetJson(String kind, @Nullable UUID id) {
    private static final String KINDS =
            Arrays.stream(Target.Kind.values()).map(Target.Kind::word).collect(Collectors.joining(", "));

    static TargetJson of(Target target) {
        return new TargetJson(target.kind().word(), target.kind() == Target.Kind.INSTANCE ? null : target.id());
    }

    static Target.Kind kind(String word) {
        return Arrays.stream(Target.Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> RefusedException.invalid(
                        "kind", "invalid kind `" + Quoted.clip(word) + "`, expected one of " + KINDS));
    }

    /** @param field what to call the id when it is missing, or there where none belongs */
    static Target.Ref ref(Target.Kind kind, @Nullable UUID id, String field) {
        if (kind == Target.Kind.INSTANCE) {
            if (id != null) {
                throw RefusedException.invalid(field, "the instance has no id; omit `" + field + "`");
            }
            return Target.Ref.instance();
        }
        if (id == null) {
            throw RefusedException.invalid(field, "`" + field + "` is missing; a " + kind.word() + " has one");
        }
        return new Target.Ref(kind, id);
    }
}
