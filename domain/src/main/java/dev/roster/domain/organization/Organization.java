package dev.roster.domain.organization;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.FreeText;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;

/**
 * Groups workspaces and members. One exists from the first start.
 *
 * @param number counts organizations in order of creation; 0 until the store has assigned it
 * @param description at most 1,000 characters, empty when unset
 */
@RecordBuilder
public record Organization(
        OrganizationId id, long number, OrganizationName name, String description, Instant createdAt, Instant updatedAt)
        implements OrganizationBuilder.With {
    public static final int MOST_DESCRIPTION = 1_000;

    public Organization {
        description = FreeText.check("description", description, MOST_DESCRIPTION);
    }

    /** @throws RefusedException INVALID, where it changes to a name that is none {@linkplain OrganizationName#toGive to give} */
    @Override
    public Organization withName(OrganizationName changed) {
        OrganizationName wanted = changed.equals(name) ? name : changed.toGive();
        return with().name(wanted).build();
    }

    public Organization updatedAt(Instant now) {
        return with().updatedAt(now).build();
    }
}
