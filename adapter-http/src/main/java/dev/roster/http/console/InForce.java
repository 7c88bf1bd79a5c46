package dev.roster.http.console;

import dev.roster.application.audit.AuditRetention;
import dev.roster.application.credential.Limits;
import dev.roster.application.invitation.SignUpMode;
import dev.roster.http.console.view.SettingsView.Group;
import dev.roster.http.console.view.SettingsView.Setting;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The settings as they are, but for secrets. */
final class InForce {
    private final SignUpMode signUp;
    private final Limits limits;
    private final AuditRetention retention;
    private final ServedAs served;

    @Inject
    InForce(SignUpMode signUp, Limits limits, AuditRetention retention, ServedAs served) {
        this.signUp = signUp;
        this.limits = limits;
        this.retention = retention;
        this.served = served;
    }

    List<Group> groups() {
        return List.of(
                new Group(
                        "settings.reach",
                        List.of(
                                valueOr("settings.public-url", "public-url", served.publicUrl(), "settings.unset-url"),
                                valueOr(
                                        "settings.root-dialect",
                                        "root-dialect",
                                        served.rootDialect(),
                                        "settings.no-dialect"))),
                new Group(
                        "settings.people",
                        List.of(
                                words(
                                        "settings.sign-up",
                                        "sign-up",
                                        "settings.sign-up." + signUp.name().toLowerCase(Locale.ROOT)),
                                lasting("settings.invitation", limits.invitation()),
                                lasting("settings.password-reset", limits.passwordReset()),
                                lasting("settings.session-idle", limits.sessionIdle()),
                                lasting("settings.session-longest", limits.sessionLongest()))),
                new Group("settings.audit", List.of(kept(retention.period()))));
    }

    private static Setting valueOr(String text, String name, @Nullable String value, String otherwise) {
        return new Setting(text, name, value, value == null ? otherwise : null, List.of());
    }

    private static Setting words(String text, @Nullable String name, String words) {
        return new Setting(text, name, null, words, List.of());
    }

    private static Setting kept(@Nullable Duration period) {
        return period == null
                ? words("settings.retention", "audit-retention", "settings.for-ever")
                : lasting("settings.retention", period);
    }

    private static Setting lasting(String text, Duration span) {
        if (span.toDays() > 0 && span.equals(Duration.ofDays(span.toDays()))) {
            return lasting(text, "days", span.toDays());
        }
        return span.toHours() > 0 && span.equals(Duration.ofHours(span.toHours()))
                ? lasting(text, "hours", span.toHours())
                : lasting(text, "minutes", span.toMinutes());
    }

    private static Setting lasting(String text, String unit, long count) {
        return new Setting(
                text,
                null,
                null,
                "settings.span." + unit + (count == 1 ? ".one" : ".many"),
                List.of(Long.toString(count)));
    }
}
