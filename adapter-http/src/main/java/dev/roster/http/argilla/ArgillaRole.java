package dev.roster.http.argilla;

import dev.roster.domain.role.PredefinedRole;
import dev.roster.http.dialect.Words;
import java.util.Arrays;
import java.util.List;

/** The three roles that the SDKs know. */
enum ArgillaRole {
    OWNER(PredefinedRole.OWNER),
    ADMIN(PredefinedRole.ADMIN),
    ANNOTATOR(PredefinedRole.ANNOTATOR);

    /** What a role of Roster's that is none of the three may be shown as; the least last, which wins where two are close. */
    static final List<PredefinedRole> CANDIDATES =
            Arrays.stream(values()).map(ArgillaRole::meaning).toList();

    static final Words<ArgillaRole> WORDS = Words.of(List.of(values()), ArgillaRole::word);

    private final PredefinedRole meaning;

    ArgillaRole(PredefinedRole meaning) {
        this.meaning = meaning;
    }

    PredefinedRole meaning() {
        return meaning;
    }

    String word() {
        return meaning.word();
    }
}
