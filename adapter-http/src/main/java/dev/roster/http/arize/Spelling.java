package dev.roster.http.arize;

import dev.roster.http.dialect.WireVersion;
import dev.roster.http.web.Call;
import java.util.Locale;

/** How the words of fixed sets are written: in lower case up to SDK 8.39, in upper case from 8.40 (contract §2.7). */
enum Spelling {
    UPPER,
    LOWER;

    static Spelling of(Call call) {
        return version(call).isBefore(8, 40) ? LOWER : UPPER;
    }

    static WireVersion version(Call call) {
        return WireVersion.of(call, "sdk-version");
    }

    /** @param word in upper snake case */
    String of(String word) {
        return this == UPPER ? word : word.toLowerCase(Locale.ROOT);
    }

    /** Names of roles, which had hyphens. */
    String ofRole(String word) {
        return this == UPPER ? word : of(word).replace('_', '-');
    }
}
