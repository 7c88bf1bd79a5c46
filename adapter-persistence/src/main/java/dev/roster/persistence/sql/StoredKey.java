package dev.roster.persistence.sql;

import dev.roster.domain.audit.OldTrail;
import dev.roster.persistence.secret.HmacSigning;
import dev.roster.persistence.secret.InstallationSecret;
import dev.roster.persistence.secret.KnownKey;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What the tables say about the secret key. Since version {@value #RECORDED} they have its fingerprint. Those from before are
 * known by what was sealed and signed with it: a store may have seen several keys then, so it is enough that one text is
 * this key's.
 */
final class StoredKey implements KnownKey {
    /** The first version of the tables with a fingerprint. */
    private static final int RECORDED = 23;

    private static final int TOKENS = 3;
    private static final int LINKS = 12;
    private static final int MAILS = 13;
    private static final int SEALS = 14;
    private static final int SHOWN = 8;

    private final StoreAddress address;
    private final int version;
    private final @Nullable String fingerprint;
    private final List<String> sealed;
    private final @Nullable OldSeal seal;

    private StoredKey(
            StoreAddress address,
            int version,
            @Nullable String fingerprint,
            List<String> sealed,
            @Nullable OldSeal seal) {
        this.address = address;
        this.version = version;
        this.fingerprint = fingerprint;
        this.sealed = List.copyOf(sealed);
        this.seal = seal;
    }

    /** The newest seal from before events were signed, and the events that it closes. */
    private record OldSeal(OldTrail.Seal seal, List<OldEvents.OldEvent> events) {
        private boolean isOf(InstallationSecret secret) {
            OldTrail trail = new OldTrail(new HmacSigning(secret));
            events.forEach(event -> trail.event(event.event(), event.evidence()));
            return trail.isSealedBy(seal);
        }
    }

    /** @param version of the tables; 0 where there are none */
    static StoredKey read(Handle handle, StoreAddress address, int version) {
        if (version >= RECORDED) {
            return new StoredKey(address, version, Schema.fingerprint(handle).orElse(null), List.of(), null);
        }
        OldSeal seal = version < SEALS
                ? null
                : OldEvents.newestSeal(handle)
                        .map(newest -> new OldSeal(newest, OldEvents.under(handle, newest)))
                        .orElse(null);
        return new StoredKey(address, version, null, sealed(handle, version), seal);
    }

    private static List<String> sealed(Handle handle, int version) {
        List<String> sealed = new ArrayList<>();
        if (version >= TOKENS) {
            sealed.addAll(texts(handle, "SELECT sealed FROM user_tokens WHERE sealed IS NOT NULL"));
        }
        if (version >= LINKS) {
            sealed.addAll(texts(handle, "SELECT sealed FROM invite_links"));
        }
        if (version >= MAILS) {
            sealed.addAll(texts(handle, "SELECT sealed FROM outbox WHERE sealed <> ''"));
        }
        return sealed;
    }

    /** The name of the key is at the beginning of the text, so that few differ. */
    private static List<String> texts(Handle handle, String select) {
        return handle.createQuery("SELECT DISTINCT substr(sealed, 1, 12) FROM (" + select + ") AS texts")
                .mapTo(String.class)
                .list();
    }

    @Override
    public boolean isNone() {
        return version < RECORDED && sealed.isEmpty() && seal == null;
    }

    @Override
    public boolean isOf(InstallationSecret secret) {
        if (version >= RECORDED) {
            return secret.fingerprint().equals(fingerprint);
        }
        return sealed.isEmpty()
                ? seal != null && seal.isOf(secret)
                : sealed.stream().anyMatch(secret::hasSealed);
    }

    @Override
    public String describe() {
        return "the store at " + address + (fingerprint == null ? why() : " belongs to the key " + brief());
    }

    private String why() {
        return version < RECORDED
                ? " was used with another"
                : " has lost the fingerprint of its key, which can only have been removed by hand: restore a backup";
    }

    private String brief() {
        return String.valueOf(fingerprint)
                .substring(0, Math.min(SHOWN, String.valueOf(fingerprint).length()));
    }
}
