package dev.roster.application.transfer;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Users;
import dev.roster.application.work.Journal;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.Organization;
import jakarta.inject.Inject;
import java.util.List;

/** Takes in organizations. */
final class OrganizationIntake {
    private final Organizations organizations;
    private final Users users;
    private final Journal journal;
    private boolean hasSeenOrganization;

    @Inject
    OrganizationIntake(Organizations organizations, Users users, Journal journal) {
        this.organizations = organizations;
        this.users = users;
        this.journal = journal;
    }

    /** Returns false for what was there before. */
    boolean add(Caller caller, Organization organization) {
        boolean isFirst = !hasSeenOrganization;
        hasSeenOrganization = true;
        if (organizations.find(organization.id()).isPresent()) {
            return false;
        }
        if (isFirst) {
            makeWay(caller);
        }
        KnownPlaces.mustBeFree(
                "organization",
                organization.name(),
                organizations.findByName(organization.name().key()).isEmpty());
        organizations.add(organization);
        return true;
    }

    /**
     * The organization of the first start, where nobody has done anything yet, makes way for those of the file: the first
     * of them is the default one again, as it was where the file was written.
     */
    private void makeWay(Caller caller) {
        List<Organization> here =
                organizations.list(null, null, PageRequest.first(2)).items();
        if (here.size() == 1
                && users.isEmpty()
                && organizations.contents(here.get(0).id()).workspaces() == 0) {
            organizations.remove(here.get(0).id());
            journal.write(caller, "organization.delete", Target.of(here.get(0)));
        }
    }
}
