package dev.roster.application.declaration;

import java.util.List;

/**
 * Something in a declaration that cannot be done.
 *
 * @param path the names that lead to it, as {@code organizations, research, members, ada}
 * @param reason for people, as a refusal's
 */
public record Fault(List<String> path, String reason) {
    public Fault {
        path = List.copyOf(path);
    }
}
