package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.user.FindUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.audit.Door;
import dev.roster.domain.text.Uuids;
import dev.roster.domain.user.UserId;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.WhyView.Option;
import dev.roster.http.web.Call;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the audit trail is narrowed by. */
final class AuditQuestions {
    private static final List<String> KINDS = List.of(
            "audit",
            "dataset",
            "grant",
            "instance",
            "invitation",
            "invite-link",
            "key",
            "mail",
            "member",
            "organization",
            "organization-member",
            "permission",
            "role",
            "secret",
            "service-account",
            "session",
            "throttle",
            "user",
            "workspace");

    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    /**
     * What is asked.
     *
     * @param filter null where something about it is wrong, which stands in the form
     */
    record Asked(AuditTrail.@Nullable Filter filter, FormView form) {}

    private final FindUser findUser;

    @Inject
    AuditQuestions(FindUser findUser) {
        this.findUser = findUser;
    }

    static List<Option> kinds() {
        return KINDS.stream()
                .map(kind -> new Option(kind + ".", "audit.kind." + kind))
                .toList();
    }

    static List<Option> doors() {
        return Stream.of(Door.values())
                .map(door -> new Option(door.word(), "door." + door.word()))
                .toList();
    }

    Asked read(Call call) {
        Reading reading = new Reading(call);
        UserId actor = reading.read("actor", text -> actor(call.caller(), text));
        String action = reading.read("action", text -> text);
        AuditTrail.Filter filter = AuditTrail.Filter.all()
                .withActor(actor)
                .withAction(action)
                .withSubject(reading.read("subject", text -> Uuids.parse("subject", text)))
                .withDoor(reading.read("door", AuditQuestions::door))
                .withSince(reading.read("since", text -> day("since", text)))
                .withUntil(reading.read("until", text -> day("until", text).plusSeconds(SECONDS_OF_A_DAY)));
        return new Asked(reading.errors.isEmpty() ? filter : null, reading.form());
    }

    private UserId actor(Caller caller, String text) {
        return Uuids.isUuid(text)
                ? UserId.parse(text)
                : findUser.byLogin(caller, text).id();
    }

    private static Door door(String word) {
        return Stream.of(Door.values())
                .filter(door -> door.word().equals(word))
                .findFirst()
                .orElseThrow(() -> RefusedException.invalid(
                        "door",
                        "unknown interface " + UserText.quote(word) + ", expected "
                                + Stream.of(Door.values()).map(Door::word).collect(Collectors.joining(", "))));
    }

    private static Instant day(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw RefusedException.invalid(field, "invalid day, expected 1970 or later");
            }
            return day.atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException broken) {
            throw RefusedException.invalid(field, "invalid day, expected one like 2026-03-31");
        }
    }

    /** Field by field: what is wrong stands beside each. */
    private static final class Reading {
        private final Call call;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<String, String> errors = new LinkedHashMap<>();

        Reading(Call call) {
            this.call = call;
        }

        <T> @Nullable T read(String field, Function<String, T> make) {
            String given = call.query().textOrEmpty(field);
            String text = given == null ? "" : given.strip();
            values.put(field, text);
            if (text.isEmpty()) {
                return null;
            }
            try {
                return make.apply(text);
            } catch (RefusedException refusal) {
                if (refusal.kind() == RefusedException.Kind.FORBIDDEN) {
                    throw refusal;
                }
                errors.put(field, TypedForm.sentence(refusal.reason()));
                return null;
            }
        }

        FormView form() {
            return new FormView(values, Map.of(), errors, null);
        }
    }
}
