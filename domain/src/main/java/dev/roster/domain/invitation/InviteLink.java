package dev.roster.domain.invitation;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.text.WholeNumbers;
import dev.roster.domain.user.EmailAddress;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A link with which people sign up to an organization, up to a given number of times. An organization has at most one.
 *
 * @param digest of the secret in the link
 * @param sealed the secret for those who may see it again
 * @param expiresAt null if the link does not expire
 * @param mostUses how many people may sign up with it, or null if there is no limit
 * @param uses how many people have signed up with it
 * @param domains the allowed domains of e-mail addresses, in lower case, at most {@value #MOST_DOMAINS}; empty if any domain
 *     is allowed
 */
@RecordBuilder
public record InviteLink(
        OrganizationId organization,
        SecretDigest digest,
        String sealed,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Integer mostUses,
        int uses,
        Set<String> domains) {
    public static final int MOST_USES = 1_000_000;
    public static final int MOST_DOMAINS = 100;

    /** RFC 1035 §2.3.4, without the dot at the end. */
    private static final int LONGEST_DOMAIN = 253;

    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63})+");

    public InviteLink {
        domains = domains(domains);
        if (mostUses != null && (mostUses < 1 || mostUses > MOST_USES)) {
            throw RefusedException.invalid(
                    "most_uses",
                    "invalid most_uses " + mostUses + ", expected 1 to " + WholeNumbers.grouped(MOST_USES));
        }
    }

    /**
     * Returns {@code text} as a domain that a link can ask for, in lower case.
     *
     * @throws RefusedException INVALID naming {@code domains}
     */
    public static String domain(String text) {
        String domain = text.strip().toLowerCase(Locale.ROOT);
        if (domain.length() > LONGEST_DOMAIN || !DOMAIN.matcher(domain).matches()) {
            throw RefusedException.invalid(
                    "domains", "invalid e-mail domain " + UserText.quote(text) + ", expected one like `example.org`");
        }
        return domain;
    }

    /**
     * Returns {@code texts} as the domains that a link can ask for. A domain that is written twice counts twice towards the
     * limit, so that the limit is one of what is written, and not of what it means.
     *
     * @throws RefusedException INVALID naming {@code domains}
     */
    public static Set<String> domains(Collection<String> texts) {
        if (texts.size() > MOST_DOMAINS) {
            throw RefusedException.invalid(
                    "domains", texts.size() + " e-mail domains, the maximum is " + MOST_DOMAINS + "; remove some");
        }
        return texts.stream().map(InviteLink::domain).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it can be used at that time. */
    public boolean isOpen(Instant now) {
        return (expiresAt == null || now.isBefore(expiresAt)) && (mostUses == null || uses < mostUses);
    }

    /** Whether a person with that e-mail address may use it; without an address only if any domain is allowed. */
    public boolean admits(@Nullable EmailAddress email) {
        return domains.isEmpty()
                || (email != null && domains.contains(email.domain().toLowerCase(Locale.ROOT)));
    }
}
