package dev.roster.application.transfer;

import dev.roster.application.paging.Pages;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.WholeStore;
import dev.roster.application.port.Workspaces;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.membership.Place;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** Hands out places and what hangs on them, each after what it lies in. */
final class PlaceExport {
    private final WholeStore store;
    private final Organizations organizations;
    private final Workspaces workspaces;
    private final Datasets datasets;
    private final Grants grants;
    private final PeopleExport people;

    @Inject
    PlaceExport(
            WholeStore store,
            Organizations organizations,
            Workspaces workspaces,
            Datasets datasets,
            Grants grants,
            PeopleExport people) {
        this.store = store;
        this.organizations = organizations;
        this.workspaces = workspaces;
        this.datasets = datasets;
        this.grants = grants;
        this.people = people;
    }

    void organizations(Consumer<Entry> out) {
        Pages.each(page -> organizations.list(null, null, page), one -> out.accept(new Entry.OfOrganization(one)));
    }

    /** Every place in an organization, and who is what there. */
    void contents(Consumer<Entry> out) {
        memberships(Place.Kind.ORGANIZATION, out);
        Pages.each(store::formerMembers, one -> out.accept(new Entry.OfFormerMember(one)));
        Pages.each(
                page -> workspaces.list(Workspaces.Filter.all(), page), one -> out.accept(new Entry.OfWorkspace(one)));
        people.stays(out);
        memberships(Place.Kind.WORKSPACE, out);
        Pages.each(
                page -> datasets.list(Datasets.Filter.all(), page),
                located -> out.accept(new Entry.OfDataset(located.dataset())));
        annexes(AnnexOwner.Kind.DATASET, out);
        annexes(AnnexOwner.Kind.ORGANIZATION, out);
        annexes(AnnexOwner.Kind.USER, out);
        Pages.each(store::assignments, one -> out.accept(new Entry.OfAssignment(one)));
        Pages.each(
                page -> grants.list(Grants.Filter.all(), page),
                granted -> out.accept(new Entry.OfGrant(granted.grant())));
        Pages.each(store::contributions, one -> out.accept(new Entry.OfContribution(one)));
    }

    private void annexes(AnnexOwner.Kind kind, Consumer<Entry> out) {
        Pages.each(page -> store.annexes(kind, page), one -> out.accept(new Entry.OfAnnex(one)));
    }

    private void memberships(Place.Kind kind, Consumer<Entry> out) {
        Pages.each(page -> store.memberships(kind, page), one -> out.accept(new Entry.OfMember(one)));
    }
}
