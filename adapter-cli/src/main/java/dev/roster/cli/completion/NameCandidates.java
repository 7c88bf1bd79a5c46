package dev.roster.cli.completion;

import dev.roster.cli.terminal.StoredNames;
import dev.roster.domain.access.Target;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Names in the store, by what the help calls an argument. */
final class NameCandidates {
    static final int MOST = 100;

    private final StoredNames stored;

    @Inject
    NameCandidates(StoredNames stored) {
        this.stored = stored;
    }

    /** Names with that text in them; none where there is no store, or it cannot be asked. */
    List<String> like(String label, String text) {
        try {
            return names(label, text).toList();
        } catch (RuntimeException noAnswer) {
            // In the middle of a line no one wants a message: what is wrong shows when the command runs.
            return List.of();
        }
    }

    private Stream<String> names(String label, String text) {
        return switch (label) {
            case "USER" -> users(text);
            case "WORKSPACE", "WORKSPACE[:ROLE]" -> workspacesWithRoles(text);
            case "WORKSPACE/DATASET" -> stored.workspaces(text).map(name -> name + "/");
            case "DATASET" -> datasets(text);
            case "ORGANIZATION" -> stored.organizations(text);
            case "ROLE" -> stored.roles();
            case "PERMISSION" -> stored.permissions();
            case "TARGET", "PLACE" -> targets(text);
            default -> Stream.empty();
        };
    }

    private Stream<String> users(String text) {
        return stored.users(text).map(user -> user.username().toString());
    }

    private Stream<String> workspacesWithRoles(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? stored.workspaces(text) : stored.roles().map(role -> text.substring(0, colon + 1) + role);
    }

    private Stream<String> datasets(String text) {
        int slash = text.indexOf('/');
        return stored.datasets(slash < 0 ? "" : text.substring(slash + 1));
    }

    /** As {@code TargetName} reads them: a bare workspace or dataset, or anything behind its kind. */
    private Stream<String> targets(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            Stream<String> kinds = Arrays.stream(Target.Kind.values())
                    .map(kind -> kind == Target.Kind.INSTANCE ? kind.word() : kind.word() + ":");
            return Stream.of(kinds, text.contains("/") ? datasets(text) : stored.workspaces(text))
                    .flatMap(names -> names);
        }
        String kind = text.substring(0, colon);
        return names(kind.toUpperCase(Locale.ROOT), text.substring(colon + 1)).map(name -> kind + ":" + name);
    }
}
