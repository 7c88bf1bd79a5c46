package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.SecretKeys;
import dev.roster.application.port.UserFilter;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.AuditEventBuilder;
import dev.roster.domain.audit.AuditEventId;
import dev.roster.domain.audit.Door;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link SecretKeys} must do. */
public interface SecretKeysContract extends StoreContract {
    @Test
    default void aNewStoreBelongsToTheKeyItWasOpenedWith() {
        SecretKeys keys = ports().secretKeys();

        assertThat(keys.isCurrent()).isTrue();
        assertThat(keys.fingerprint()).matches("[0-9a-f]{64}");
        keys.requireCurrent();
    }

    @Test
    default void nothingIsWrittenOnceTheStoreBelongsToAnotherKey() {
        Ports ports = ports();
        SecretKeys keys = ports.secretKeys();
        String own = keys.fingerprint();
        keys.replace("f".repeat(64));

        assertThat(keys.isCurrent()).isFalse();
        assertBusy(keys::requireCurrent);
        assertBusy(() -> new Given(ports).user("ana"));
        assertBusy(() -> ports.auditTrail().append(event(ports)));
        assertBusy(() -> keys.replace(own));
        assertThat(ports.users().count(UserFilter.all())).isZero();
        assertThat(ports.auditTrail().settled()).isEmpty();
    }

    private static void assertBusy(Runnable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act::run)
                .returns(RefusedException.Kind.BUSY, RefusedException::kind);
    }

    private static AuditEvent event(Ports ports) {
        return AuditEventBuilder.builder()
                .id(new AuditEventId(ports.ids().next()))
                .number(0)
                .at(THEN)
                .actorName("root")
                .door(Door.CLI)
                .action("thing.change")
                .subjectKind("thing")
                .subject(new UUID(1, 2))
                .subjectName("thing")
                .changes(Map.of())
                .build();
    }
}
