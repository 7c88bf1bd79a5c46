package dev.roster.application.port;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.RefusedException;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The organizations. */
public interface Organizations {
    /**
     * What would go with an organization: how many belong to it, the guests whose accounts end with its workspaces, and how
     * much is in it.
     */
    record Contents(long members, long guests, long workspaces, long datasets) {}

    /** @throws RefusedException CONFLICT naming {@code name} or {@code id} */
    Organization add(Organization organization);

    /** @throws RefusedException CONFLICT naming {@code name} */
    void update(Organization organization);

    Optional<Organization> find(OrganizationId id);

    /** By the number that the store assigned, which is never reused. */
    Optional<Organization> findByNumber(long number);

    /** @throws RefusedException NOT_FOUND naming {@code organization} */
    default Organization get(OrganizationId id) {
        return find(id).orElseThrow(() -> RefusedException.notFound("organization", id));
    }

    /** Takes the organization away with all that is in it. Returns false when there was none. */
    boolean remove(OrganizationId id);

    Contents contents(OrganizationId id);

    Optional<Organization> findByName(NameKey name);

    /** The one made at the first start, which is the oldest; empty only before the first start. */
    Optional<Organization> findDefault();

    /**
     * By number.
     *
     * @param name part of the name regardless of case, or null
     * @param member only those that this user is a member of, or null for all
     */
    Page<Organization> list(@Nullable String name, @Nullable UserId member, PageRequest page);
}
