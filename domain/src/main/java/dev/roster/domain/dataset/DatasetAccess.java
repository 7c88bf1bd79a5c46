package dev.roster.domain.dataset;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import java.util.Locale;

/** Which annotators of its workspace a dataset is open to. */
public enum DatasetAccess {
    /** All of them. The default. */
    WORKSPACE,
    /** Only those assigned to it. The first assignment turns a dataset to this; it stays so until set back. */
    ASSIGNED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DatasetAccess parse(String word) {
        for (DatasetAccess access : values()) {
            if (access.word().equals(word)) {
                return access;
            }
        }
        throw RefusedException.invalid(
                "access", "invalid access " + UserText.quote(word) + ", expected workspace or assigned");
    }
}
