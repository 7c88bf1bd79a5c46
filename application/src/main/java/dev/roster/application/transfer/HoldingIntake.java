package dev.roster.application.transfer;

import dev.roster.application.Now;
import dev.roster.application.port.FormerMembers;
import dev.roster.application.port.Ids;
import dev.roster.application.port.Users;
import dev.roster.application.port.WholeStore;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Grant;
import dev.roster.domain.dataset.Assignment;
import dev.roster.domain.dataset.Contribution;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.membership.FormerMembership;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.MembershipBuilder;
import dev.roster.domain.membership.MembershipId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes in what users hold, held and did in places: memberships, former ones, assignments, grants, contributions. */
final class HoldingIntake {
    private static final Set<Class<?>> TAKEN = Set.of(
            Entry.OfMember.class,
            Entry.OfFormerMember.class,
            Entry.OfAssignment.class,
            Entry.OfGrant.class,
            Entry.OfContribution.class);

    private final KnownPlaces known;
    private final Users users;
    private final WholeStore store;
    private final FormerMembers formers;
    private final Ids ids;
    private final Now now;

    /** A user's place in an organization. */
    private record Enrolled(OrganizationId organization, UserId user) {}

    @Inject
    HoldingIntake(KnownPlaces known, Users users, WholeStore store, FormerMembers formers, Ids ids, Now now) {
        this.known = known;
        this.users = users;
        this.store = store;
        this.formers = formers;
        this.ids = ids;
        this.now = now;
    }

    static boolean takes(Class<?> entry) {
        return TAKEN.contains(entry);
    }

    /** @param lines of one kind */
    void take(List<Line> lines, Tally tally) {
        KnownUsers here = KnownUsers.of(
                users.findAll(lines.stream().map(line -> user(entry(line))).collect(Collectors.toSet())));
        Entry first = entry(lines.get(0));
        if (first instanceof Entry.OfMember) {
            add(lines, tally, entry -> member(entry, here), this::addMembers);
        } else if (first instanceof Entry.OfFormerMember) {
            add(lines, tally, entry -> former(entry, here), store::addFormerMembers);
        } else if (first instanceof Entry.OfAssignment) {
            add(lines, tally, entry -> assignment(entry, here), store::addAssignments);
        } else if (first instanceof Entry.OfGrant) {
            add(lines, tally, entry -> grant(entry, here), this::addGrants);
        } else {
            add(lines, tally, entry -> contribution(entry, here), store::addContributions);
        }
    }

    private static Entry entry(Line line) {
        return Objects.requireNonNull(line.entry());
    }

    private static UserId user(Entry entry) {
        if (entry instanceof Entry.OfMember member) {
            return member.membership().user();
        }
        if (entry instanceof Entry.OfFormerMember former) {
            return former.membership().user();
        }
        if (entry instanceof Entry.OfAssignment assignment) {
            return assignment.assignment().user();
        }
        return entry instanceof Entry.OfGrant grant
                ? grant.grant().user()
                : ((Entry.OfContribution) entry).contribution().user();
    }

    private static <T> void add(
            List<Line> lines, Tally tally, Function<Entry, T> checking, Function<List<T>, List<Boolean>> adding) {
        List<Line> good = new ArrayList<>();
        List<T> checked = new ArrayList<>();
        for (Line line : lines) {
            tally.step(line, one -> {
                checked.add(checking.apply(entry(one)));
                good.add(one);
            });
        }
        tally.count(good, adding.apply(checked), "there already");
    }

    private Membership member(Entry entry, KnownUsers here) {
        Membership membership = ((Entry.OfMember) entry).membership();
        organization(membership.place());
        here.living(membership.user());
        return membership.withRole(known.ownRole(membership.role()));
    }

    /** The organization that a place, which has to be there, is or lies in. */
    private OrganizationId organization(Place place) {
        return place.either(
                id -> known.organization(id).id(), id -> known.workspace(id).organization());
    }

    /** Who is in a workspace is in its organization too. */
    private List<Boolean> addMembers(List<Membership> memberships) {
        List<Membership> around = memberships.stream()
                .filter(membership -> membership.place().kind() == Place.Kind.WORKSPACE)
                .map(membership -> new Enrolled(organization(membership.place()), membership.user()))
                .distinct()
                .map(enrolled -> MembershipBuilder.builder()
                        .id(new MembershipId(ids.next()))
                        .number(0)
                        .place(Place.of(enrolled.organization()))
                        .user(enrolled.user())
                        .joinedAt(now.get())
                        .build())
                .toList();
        letIn(memberships.stream()
                .map(membership -> new Enrolled(organization(membership.place()), membership.user())));
        store.addMemberships(around);
        return store.addMemberships(memberships);
    }

    private List<Boolean> addGrants(List<Grant> grants) {
        letIn(grants.stream()
                .map(grant -> new Enrolled(known.workspace(grant.workspace()).organization(), grant.user())));
        return store.addGrants(grants);
    }

    /** Only owners bring in a file, and whoever has a place in it is let in again on purpose. */
    private void letIn(Stream<Enrolled> enrolled) {
        enrolled.collect(Collectors.groupingBy(
                        Enrolled::organization, Collectors.mapping(Enrolled::user, Collectors.toSet())))
                .forEach(formers::forget);
    }

    private FormerMembership former(Entry entry, KnownUsers here) {
        FormerMembership former = ((Entry.OfFormerMember) entry).membership();
        known.organization(former.organization());
        here.living(former.user());
        return former;
    }

    private Assignment assignment(Entry entry, KnownUsers here) {
        Assignment assignment = ((Entry.OfAssignment) entry).assignment();
        known.dataset(assignment.dataset());
        here.living(assignment.user());
        return assignment;
    }

    private Grant grant(Entry entry, KnownUsers here) {
        Grant grant = ((Entry.OfGrant) entry).grant();
        known.workspace(grant.workspace());
        DatasetId dataset = grant.dataset();
        if (dataset != null && !known.dataset(dataset).workspace().equals(grant.workspace())) {
            throw RefusedException.invalid("dataset_id", "the dataset does not belong to that workspace");
        }
        here.living(grant.user());
        return grant.withRole(known.roleForPlace(grant.role()), grant.updatedAt());
    }

    /** Of deleted users too: what they did stays. */
    private Contribution contribution(Entry entry, KnownUsers here) {
        Contribution contribution = ((Entry.OfContribution) entry).contribution();
        known.dataset(contribution.dataset());
        here.get("user_id", contribution.user());
        return contribution;
    }
}
