package dev.roster.cli.transfer;

import java.util.List;
import java.util.Set;

/** A part of a YAML file, and the line it begins on. */
sealed interface YamlValue {
    int line();

    /** What it is, for a message. */
    String describe();

    /** @param plain whether it stands there without quotes */
    record Text(String value, int line, boolean plain) implements YamlValue {
        private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

        boolean isNothing() {
            return plain && NOTHING.contains(value);
        }

        @Override
        public String describe() {
            return isNothing() ? "nothing" : "a text";
        }
    }

    /** Several values without names. */
    record Sequence(List<YamlValue> items, int line) implements YamlValue {
        @Override
        public String describe() {
            return "a list";
        }
    }

    /** Values under names, in the order of the file; a name may be there twice. */
    record Mapping(List<Entry> entries, int line) implements YamlValue {
        @Override
        public String describe() {
            return "names with values";
        }
    }

    /** A name and the value behind it. */
    record Entry(YamlValue key, YamlValue value) {}
}
