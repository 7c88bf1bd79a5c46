package dev.roster.http.argilla;

import dev.roster.domain.role.PredefinedRole;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The three roles that the SDKs know. */
enum ArgillaRole {
    OWNER(PredefinedRole.OWNER),
    ADMIN(PredefinedRole.ADMIN),
    ANNOTATOR(PredefinedRole.ANNOTATOR);

    /** What a role of Roster's that is none of the three may be shown as; the least last, which wins where two are close. */
    static final List<PredefinedRole> CANDIDATES =
            Arrays.stream(values()).map(ArgillaRole::meaning).toList();

    /** For messages: {@code 'owner', 'admin' or 'annotator'}. */
    static final String EXPECTED = Arrays.stream(values())
            .map(role -> "'" + role.word() + "'")
            .collect(Collectors.joining(", "))
            .replaceFirst(", ([^,]*)$", " or $1");

    private final PredefinedRole meaning;

    ArgillaRole(PredefinedRole meaning) {
        this.meaning = meaning;
    }

    /** The role of that very word, in lower case. */
    static Optional<ArgillaRole> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    PredefinedRole meaning() {
        return meaning;
    }

    String word() {
        return meaning.word();
    }
}
