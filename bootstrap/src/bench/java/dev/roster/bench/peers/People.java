package dev.roster.bench.peers;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The people that every server holds, and those that are created while it is measured. */
final class People {
    static final String PASSWORD = "a password for the benchmark alone";
    /** Who asks. */
    static final String OWNER = "olga";

    private static final int FIRST_CREATED = 1_000_000;
    private static final List<String> FIRST_NAMES =
            List.of("Ada", "Chidi", "Dilnoza", "Emre", "Fatou", "Grace", "Hana");
    private static final List<String> LAST_NAMES = List.of("Lovelace", "Okoye", "Nakamura", "Ferreira", "Yilmaz");

    private final AtomicInteger created = new AtomicInteger(FIRST_CREATED);

    record Person(String username, String firstName, String lastName) {
        String email() {
            return username + "@lab.example";
        }
    }

    static Person person(int number) {
        return new Person(
                String.format(Locale.ROOT, "person-%07d", number),
                FIRST_NAMES.get(number % FIRST_NAMES.size()),
                LAST_NAMES.get(number % LAST_NAMES.size()) + " " + number);
    }

    /** A person whom nothing knows yet. */
    Person next() {
        return person(created.getAndIncrement());
    }

    /** Each as a text, from one number to another, which is not among them. */
    static String each(int first, int end, String separator, Function<Person, String> text) {
        return IntStream.range(first, end)
                .mapToObj(number -> text.apply(person(number)))
                .collect(Collectors.joining(separator));
    }

    static String csv(int first, int end) {
        return "username,email,first_name,last_name,role\n"
                + each(
                        first,
                        end,
                        "",
                        person -> "%s,%s,%s,%s,annotator%n"
                                .formatted(person.username(), person.email(), person.firstName(), person.lastName()));
    }
}
