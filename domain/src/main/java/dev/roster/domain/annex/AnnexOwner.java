package dev.roster.domain.annex;

import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.text.Worded;
import dev.roster.domain.user.UserId;
import java.util.UUID;

/**
 * The owner of an annex, which is deleted together with it.
 *
 * @param id of the dataset, user or organization
 */
public record AnnexOwner(Kind kind, UUID id) {
    /** Which of the three. */
    public enum Kind implements Worded {
        DATASET,
        USER,
        ORGANIZATION
    }

    public static AnnexOwner of(DatasetId dataset) {
        return new AnnexOwner(Kind.DATASET, dataset.value());
    }

    public static AnnexOwner of(UserId user) {
        return new AnnexOwner(Kind.USER, user.value());
    }

    public static AnnexOwner of(OrganizationId organization) {
        return new AnnexOwner(Kind.ORGANIZATION, organization.value());
    }
}
