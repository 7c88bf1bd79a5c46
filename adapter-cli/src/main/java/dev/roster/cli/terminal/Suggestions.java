package dev.roster.cli.terminal;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UnknownName;
import dev.roster.domain.text.Uuids;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the operator may have meant by a name that nothing has. Asks for names that have a part of it. */
public final class Suggestions {
    private final StoredNames stored;

    @Inject
    Suggestions(StoredNames stored) {
        this.stored = stored;
    }

    /** For the end of the message about it: {@code , did you mean `legal`?}, or nothing; nothing for null, too. */
    public String hint(@Nullable UnknownName unknown) {
        if (unknown == null || Uuids.isUuid(unknown.name())) {
            return "";
        }
        try {
            return hint(unknown.thing(), unknown.name());
        } catch (RefusedException | InstallationException noAnswer) {
            return "";
        }
    }

    private String hint(String thing, String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        Misspelling misspelling = new Misspelling(last);
        for (String part : misspelling.parts()) {
            Map<String, String> there = with(thing, part);
            List<String> meant = misspelling.candidates(there.keySet());
            if (!meant.isEmpty()) {
                return Misspelling.hint(meant.stream().map(there::get).toList());
            }
        }
        return "";
    }

    /** What is called something with that part, and how to write it so that it is found. */
    private Map<String, String> with(String thing, String part) {
        return switch (thing) {
            case "user" -> itself(stored.users(part).flatMap(Suggestions::namesOf));
            case "workspace", "workspaces" -> itself(stored.workspaces(part));
            case "organization" -> itself(stored.organizations(part));
            case "dataset" -> byLastName(stored.datasets(part));
            case "role" -> itself(stored.roles());
            case "permission", "permissions" -> itself(stored.permissions());
            default -> Map.of();
        };
    }

    private static Stream<String> namesOf(User user) {
        return Stream.of(user.username(), user.email()).filter(Objects::nonNull).map(Object::toString);
    }

    /** A dataset of that name in another workspace may be meant, too. */
    private static Map<String, String> byLastName(Stream<String> paths) {
        Map<String, String> known = new LinkedHashMap<>();
        paths.forEach(path -> known.putIfAbsent(path.substring(path.indexOf('/') + 1), path));
        return known;
    }

    private static Map<String, String> itself(Stream<String> names) {
        Map<String, String> known = new LinkedHashMap<>();
        names.forEach(name -> known.put(name, name));
        return known;
    }
}
