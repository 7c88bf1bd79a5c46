package dev.roster.http.argilla;

import dev.roster.http.web.Fault;
import dev.roster.http.web.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with one input.
 *
 * @param loc where: {@code body}, {@code path} or {@code query} first
 */
record SchemaError(String type, List<Object> loc, String msg) {
    private static final String BODY = "body";

    /** All that is wrong; fields that are null and must not be are one error, the last. */
    static List<SchemaError> of(Problem problem) {
        if (problem.errors().isEmpty()) {
            return List.of(value(problem.detail(), List.of(BODY)));
        }
        return problem.faults().isEmpty()
                ? problem.errors().stream()
                        .map(error -> value(error.detail(), List.of(BODY, error.field())))
                        .toList()
                : of(problem.faults());
    }

    private static List<SchemaError> of(List<Fault> faults) {
        List<SchemaError> errors = new ArrayList<>();
        faults.stream()
                .filter(fault -> fault.kind() != Fault.Kind.NULL)
                .map(SchemaError::of)
                .forEach(errors::add);
        String nulls = faults.stream()
                .filter(fault -> fault.kind() == Fault.Kind.NULL)
                .map(Fault::field)
                .collect(Collectors.joining(", "));
        if (!nulls.isEmpty()) {
            errors.add(value("The following keys must have non-null values: " + nulls, List.of(BODY)));
        }
        return errors;
    }

    private static SchemaError of(Fault fault) {
        String detail = fault.detail();
        return switch (fault.kind()) {
            case MISSING -> error("missing", fault, "Field required");
            case BROKEN_JSON ->
                new SchemaError("json_invalid", List.of(BODY, Long.parseLong(detail)), "JSON decode error");
            case NOT_UNICODE ->
                error(
                        "string_unicode",
                        fault,
                        "Input should be a valid string, unable to parse raw data as a unicode string");
            case NOT_AN_OBJECT ->
                fault.path().size() == 1
                        ? error(
                                "model_attributes_type",
                                fault,
                                "Input should be a valid dictionary or object to extract fields from")
                        : error("dict_type", fault, "Input should be a valid dictionary");
            case NOT_A_LIST -> error("list_type", fault, "Input should be a valid list");
            case NOT_A_FLAG -> error("bool_type", fault, "Input should be a valid boolean");
            case NOT_A_NUMBER -> error("int_type", fault, "Input should be a valid integer");
            case NOT_A_TEXT -> error("string_type", fault, "Input should be a valid string");
            case NOT_AN_ID -> error("uuid_type", fault, "UUID input should be a string, bytes or UUID object");
            case MALFORMED_ID ->
                error(
                        "uuid_parsing",
                        fault,
                        "Input should be a valid UUID, expected 32 hexadecimal digits, with hyphens or without");
            case TOO_SHORT -> error("string_too_short", fault, "String should have at least " + characters(detail));
            case TOO_LONG -> error("string_too_long", fault, "String should have at most " + characters(detail));
            case TOO_SMALL -> error("greater_than_equal", fault, "Input should be greater than or equal to " + detail);
            case TOO_LARGE -> error("less_than_equal", fault, "Input should be less than or equal to " + detail);
            case UNKNOWN_WORD ->
                error(detail.contains("' or '") ? "enum" : "literal_error", fault, "Input should be " + detail);
            case UNKNOWN_TYPE -> error("union_tag_invalid", fault, "Input should have a type among " + detail);
            case UNKNOWN, NULL, REFUSED -> value(fault.text(), fault.path());
        };
    }

    private static String characters(String limit) {
        return limit + (limit.equals("1") ? " character" : " characters");
    }

    private static SchemaError error(String type, Fault fault, String message) {
        return new SchemaError(type, fault.path(), message);
    }

    private static SchemaError value(String reason, List<Object> loc) {
        return new SchemaError("value_error", loc, "Value error, " + reason);
    }
}
