package dev.roster.application.declaration;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UnknownName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in a declaration that cannot be done.
 *
 * @param path the names that lead to it, as {@code organizations, research, members, ada}
 * @param reason for people, as a refusal's
 * @param unknown the name that nothing has, or null where the fault is another one
 */
public record Fault(
        List<String> path, String reason, @Nullable UnknownName unknown) {
    public Fault {
        path = List.copyOf(path);
    }

    Fault(List<String> path, String reason) {
        this(path, reason, null);
    }

    static Fault of(List<String> path, RefusedException refused) {
        return new Fault(path, refused.reason(), refused.unknownName());
    }
}
