package dev.roster.application.organization;

import dev.roster.application.Change;
import dev.roster.application.Now;
import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.audit.Changes;
import dev.roster.application.audit.Journal;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Transactions;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Changes what an organization is called and how it is described. */
public final class UpdateOrganization {
    /** @param description at most 1,000 characters; nothing clears it */
    public record Command(OrganizationId organization, Change<OrganizationName> name, Change<String> description) {}

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Organizations organizations;
    private final Journal journal;
    private final Now now;

    @Inject
    UpdateOrganization(
            Transactions transactions, AccessGuard guard, Organizations organizations, Journal journal, Now now) {
        this.transactions = transactions;
        this.guard = guard;
        this.organizations = organizations;
        this.journal = journal;
        this.now = now;
    }

    public Organization handle(Caller caller, Command command) {
        return transactions.inTransaction(() -> {
            Organization before = organizations.get(command.organization());
            guard.require(caller, RosterPermission.ORGANIZATION_UPDATE, Target.of(before));
            Organization changed =
                    before.withName(command.name().orElse(before.name())).withDescription(description(command, before));
            Changes changes = Changes.none()
                    .add("name", before.name(), changed.name())
                    .add("description", before.description(), changed.description());
            return changes.isEmpty() ? before : store(caller, changed.updatedAt(now.get()), changes);
        });
    }

    private static String description(Command command, Organization before) {
        String wanted = command.description().applyTo(before.description());
        return wanted == null ? "" : wanted.strip();
    }

    private Organization store(Caller caller, Organization after, Changes changes) {
        organizations.update(after);
        journal.write(caller, "organization.update", Target.of(after), changes);
        return after;
    }
}
