package dev.roster.http.labelstudio;

import dev.roster.domain.RefusedException;
import dev.roster.http.web.Fault;
import dev.roster.http.web.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with an input, field by field, in the words of the original where a client looks for them (contract §2.1). */
final class ValidationErrors {
    static final String NO_FIELD = "non_field_errors";
    static final String TAKEN = "user with this email address already exists.";

    /** What the core calls otherwise than this door. */
    private static final Map<String, String> FIELDS = Map.of("username", "email", "display_name", "username");

    private ValidationErrors() {}

    static Map<String, List<String>> of(Problem problem) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        problem.faults().forEach(fault -> add(errors, field(fault), text(fault)));
        if (problem.faults().isEmpty()) {
            RefusedException cause = problem.cause();
            add(errors, cause == null ? NO_FIELD : field(cause), problem.detail());
        }
        return errors;
    }

    private static void add(Map<String, List<String>> errors, String field, String text) {
        errors.computeIfAbsent(field, first -> new ArrayList<>()).add(text);
    }

    private static String field(RefusedException cause) {
        String field = cause.field();
        return field == null ? NO_FIELD : FIELDS.getOrDefault(field, field);
    }

    private static String field(Fault fault) {
        return fault.path().size() == 1 ? NO_FIELD : fault.field();
    }

    private static String text(Fault fault) {
        return switch (fault.kind()) {
            case MISSING -> fault.path().size() == 1 ? "No data provided" : "This field is required.";
            case NULL -> "This field may not be null.";
            case TOO_SHORT -> fault.detail().equals("1") ? "This field may not be blank." : sentence(fault);
            case UNKNOWN,
                    BROKEN_JSON,
                    NOT_UNICODE,
                    NOT_AN_OBJECT,
                    NOT_A_LIST,
                    NOT_A_FLAG,
                    NOT_A_NUMBER,
                    NOT_A_TEXT,
                    NOT_AN_ID,
                    MALFORMED_ID,
                    TOO_LONG,
                    TOO_SMALL,
                    TOO_LARGE,
                    UNKNOWN_WORD,
                    UNKNOWN_TYPE -> sentence(fault);
            case REFUSED -> fault.detail();
        };
    }

    private static String sentence(Fault fault) {
        return "This value " + fault.text() + ".";
    }
}
