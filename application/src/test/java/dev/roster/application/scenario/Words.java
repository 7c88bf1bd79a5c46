package dev.roster.application.scenario;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a sentence filled into its phrase, by slot. */
public record Words(Map<String, String> bySlot) {
    public Words {
        bySlot = Map.copyOf(bySlot);
    }

    /** A filling that the phrase always has. */
    public String get(String slot) {
        String word = bySlot.get(slot);
        if (word == null) {
            throw new NoSuchElementException("no " + slot + " in " + bySlot);
        }
        return word;
    }

    /** A filling that may have been left out. */
    public @Nullable String find(String slot) {
        return bySlot.get(slot);
    }

    /** Whether that is one of the words that fill a slot, with commas between them. */
    public boolean names(String slot, String word) {
        return List.of(bySlot.getOrDefault(slot, "").split(",", -1)).contains(word);
    }

    /** The pairs that fill a slot, as {@code a=b,c=d}; none where it was left out. */
    public Map<String, String> pairs(String slot) {
        return Stream.of(bySlot.getOrDefault(slot, "").split(",", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    public boolean has(String slot) {
        return bySlot.containsKey(slot);
    }
}
