package dev.roster.application.organization;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Organizations;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Shows one organization. */
public final class FindOrganization {
    private final UnitOfWork work;
    private final Organizations organizations;

    @Inject
    FindOrganization(UnitOfWork work, Organizations organizations) {
        this.work = work;
        this.organizations = organizations;
    }

    /** @throws RefusedException NOT_FOUND naming {@code organization} */
    public Organization handle(Caller caller, OrganizationId id) {
        return show(caller, () -> organizations.get(id));
    }

    /**
     * By number, with the answers that the id would get.
     *
     * @throws RefusedException NOT_FOUND naming {@code organization}
     */
    public Organization byNumber(Caller caller, long number) {
        return show(
                caller,
                () -> organizations
                        .findByNumber(number)
                        .orElseThrow(() -> RefusedException.notFound("organization", number)));
    }

    /**
     * By name, regardless of case.
     *
     * @throws RefusedException NOT_FOUND naming {@code organization}, also if the caller may not see it
     */
    public Organization byName(Caller caller, String name) {
        return work.reading(() -> organizations
                .findByName(NameKey.of(name))
                .filter(found -> work.guard().allows(caller, RosterPermission.ORGANIZATION_READ, Target.of(found)))
                .orElseThrow(() -> RefusedException.notFound("organization", name)));
    }

    private Organization show(Caller caller, Supplier<Organization> found) {
        return work.reading(() -> {
            Organization organization = found.get();
            work.guard().require(caller, RosterPermission.ORGANIZATION_READ, Target.of(organization));
            return organization;
        });
    }
}
