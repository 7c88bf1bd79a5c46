package dev.roster.http.crew;

import dev.roster.domain.role.PredefinedRole;
import dev.roster.http.dialect.Words;
import java.util.List;

/** The roles that the crew knows, the least last. */
enum Rank {
    CAPTAIN(PredefinedRole.OWNER),
    SHIP_MATE(PredefinedRole.ANNOTATOR);

    static final Words<Rank> WORDS = Words.loosely(List.of(values()), Rank::name);

    private final PredefinedRole meaning;

    Rank(PredefinedRole meaning) {
        this.meaning = meaning;
    }

    PredefinedRole meaning() {
        return meaning;
    }
}
