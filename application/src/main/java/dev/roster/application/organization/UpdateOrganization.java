package dev.roster.application.organization;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Organizations;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Changes the name and the description of an organization. */
public final class UpdateOrganization {
    /** @param description at most 1,000 characters; nothing clears it */
    public record Command(OrganizationId organization, Change<OrganizationName> name, Change<String> description) {}

    private final UnitOfWork work;
    private final Organizations organizations;

    @Inject
    UpdateOrganization(UnitOfWork work, Organizations organizations) {
        this.work = work;
        this.organizations = organizations;
    }

    public Organization handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            Organization before = organizations.get(command.organization());
            work.guard().require(caller, RosterPermission.ORGANIZATION_UPDATE, Target.of(before));
            Organization changed =
                    before.withName(command.name().orElse(before.name())).withDescription(description(command, before));
            Changes changes = Changes.none()
                    .add("name", before.name(), changed.name())
                    .add("description", before.description(), changed.description());
            return changes.isEmpty() ? before : store(caller, changed.updatedAt(work.now()), changes);
        });
    }

    private static String description(Command command, Organization before) {
        String wanted = command.description().applyTo(before.description());
        return wanted == null ? "" : wanted.strip();
    }

    private Organization store(Caller caller, Organization after, Changes changes) {
        organizations.update(after);
        work.journal().write(caller, "organization.update", Target.of(after), changes);
        return after;
    }
}
