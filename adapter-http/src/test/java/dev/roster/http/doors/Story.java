package dev.roster.http.doors;

import dev.roster.http.doors.Deed.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People, what is done through one door, and what all doors then say. */
record Story(String name, List<Line> lines) {
    /** Who is there from the beginning. */
    record Person(String name, String role, boolean elsewhere) {}

    /** How a line is to be taken. */
    enum Kind {
        /** By the door of the round; by the native API where that has no call for it. */
        DO,
        /** Through all doors, by one caller. */
        ALL,
        /** Through all doors, by everybody of the story. */
        ROW
    }

    /**
     * A line of the file.
     *
     * @param caller empty in a row
     * @param expected what comes of it; in a row, who may
     * @param without doors that have no call for it
     * @param other what comes of it at doors that answer otherwise
     */
    record Line(
            String text,
            Kind kind,
            Optional<Person> person,
            String caller,
            Optional<Said> said,
            String expected,
            Set<String> without,
            Map<String, String> other) {
        String expectedAt(Door door) {
            return other.getOrDefault(door.name(), expected);
        }

        Line with(Set<String> missing, Map<String, String> otherwise) {
            return new Line(text, kind, person, caller, said, expected, missing, otherwise);
        }
    }

    /** Everybody who was there or was created so far, in that order. */
    List<String> castUpTo(int line) {
        List<String> cast = new ArrayList<>();
        for (Line before : lines.subList(0, line)) {
            before.person().map(Person::name).ifPresent(cast::add);
            before.said()
                    .filter(said -> before.kind() == Kind.DO && isCreation(said))
                    .map(Said::user)
                    .ifPresent(cast::add);
        }
        return cast;
    }

    static boolean isCreation(Said said) {
        return said.deed() == Deed.CREATE_USER || said.deed() == Deed.CREATE_MEMBER;
    }

    @Override
    public String toString() {
        return name;
    }
}
