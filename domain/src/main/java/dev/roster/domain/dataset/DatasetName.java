package dev.roster.domain.dataset;

import dev.roster.domain.text.NameKey;
import dev.roster.domain.text.SingleLine;

/** The name of a dataset: 1 to 200 characters, unique in its workspace regardless of case. */
public record DatasetName(String value) {
    public static final int MOST = 200;

    public DatasetName {
        value = SingleLine.check("name", value, MOST);
    }

    public NameKey key() {
        return NameKey.of(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
