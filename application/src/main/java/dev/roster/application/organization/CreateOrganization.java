package dev.roster.application.organization;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Organizations;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.RosterPermission;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Creates an organization. It has no members at first, not even its creator. */
public final class CreateOrganization {
    /**
     * The new organization.
     *
     * @param id null for a new id
     * @param description at most 1,000 characters, may be empty
     */
    @RecordBuilder
    public record Command(@Nullable OrganizationId id, OrganizationName name, String description)
            implements CreateOrganizationCommandBuilder.With {
        public static Command named(OrganizationName name) {
            return CreateOrganizationCommandBuilder.builder()
                    .name(name)
                    .description("")
                    .build();
        }
    }

    private final UnitOfWork work;
    private final Organizations organizations;

    @Inject
    CreateOrganization(UnitOfWork work, Organizations organizations) {
        this.work = work;
        this.organizations = organizations;
    }

    /** @throws RefusedException CONFLICT naming {@code name} or {@code id} */
    public Organization handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            work.guard().require(caller, RosterPermission.ORGANIZATION_CREATE, Target.instance());
            Instant at = work.now();
            OrganizationId id = command.id() == null ? new OrganizationId(work.nextId()) : command.id();
            Organization made = organizations.add(new Organization(
                    id, 0, command.name().toGive(), command.description().strip(), at, at));
            work.journal()
                    .write(
                            caller,
                            "organization.create",
                            Target.of(made),
                            Changes.none().set("name", made.name()));
            return made;
        });
    }
}
