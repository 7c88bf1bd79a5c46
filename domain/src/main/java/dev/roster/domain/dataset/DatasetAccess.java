package dev.roster.domain.dataset;

import dev.roster.domain.text.Worded;

/** Which annotators of its workspace a dataset is open to. */
public enum DatasetAccess implements Worded {
    /** All of them. The default. */
    WORKSPACE,
    /** Only those assigned to it. The first assignment turns a dataset to this; it stays so until set back. */
    ASSIGNED;

    public static DatasetAccess parse(String word) {
        return Worded.parse(DatasetAccess.class, "access", word);
    }
}
