package dev.roster.http.labelstudio;

import dev.roster.domain.membership.MemberStanding;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.http.dialect.Words;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The words for what somebody is in an organization (contract §10.2), from the most to the least. */
enum LabelStudioRole {
    OW(PredefinedRole.OWNER),
    AD(PredefinedRole.MANAGER),
    MA(PredefinedRole.ADMIN),
    RE(PredefinedRole.REVIEWER),
    AN(PredefinedRole.ANNOTATOR),
    /** A member without a role. */
    NO(null),
    /** Deactivated. */
    DI(null);

    /** Those that are a role of Roster, the least last. */
    static final List<LabelStudioRole> MEANT = List.of(OW, AD, MA, RE, AN);

    static final Words<LabelStudioRole> WORDS = Words.of(List.of(values()), LabelStudioRole::name);

    private final @Nullable PredefinedRole meaning;

    LabelStudioRole(@Nullable PredefinedRole meaning) {
        this.meaning = meaning;
    }

    /** The role of Roster; not for {@link #NO} and {@link #DI}. */
    PredefinedRole meaning() {
        return Objects.requireNonNull(meaning);
    }

    /** The word for what a member is without a role that has one; null for a member whose role has one. */
    static @Nullable LabelStudioRole of(MemberStanding.Kind kind) {
        return switch (kind) {
            case DEACTIVATED -> DI;
            case OWNER -> OW;
            case NONE -> NO;
            case HOLDER -> null;
        };
    }

    /** Whether somebody can be given it who is not made owner. */
    boolean isGiven() {
        return meaning != null && this != OW;
    }

    /** What is held under that word, or null for none. */
    @Nullable
    String word() {
        return meaning == null ? null : meaning.word();
    }
}
