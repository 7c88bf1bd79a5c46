package dev.roster.http.argilla;

import dev.roster.domain.role.PredefinedRole;
import dev.roster.http.dialect.Words;
import java.util.List;

/** The three roles that the SDKs know, the least last. */
enum ArgillaRole {
    OWNER(PredefinedRole.OWNER),
    ADMIN(PredefinedRole.ADMIN),
    ANNOTATOR(PredefinedRole.ANNOTATOR);

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
