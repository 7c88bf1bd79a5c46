package dev.roster.application.transfer;

import dev.roster.application.Now;
import dev.roster.application.organization.Enrolment;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Ids;
import dev.roster.application.port.Passwords.Kept;
import dev.roster.application.port.WholeStore;
import dev.roster.application.port.Workspaces;
import dev.roster.application.role.RoleLookup;
import dev.roster.application.transfer.Entry.Seat;
import dev.roster.domain.RefusedException;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.MembershipId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceName;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates accounts from a list of people. Existing usernames and e-mail addresses are skipped. */
final class NewcomerIntake {
    private final Logins logins;
    private final ForeignHashes hashes;
    private final WholeStore store;
    private final Workspaces workspaces;
    private final RoleLookup roles;
    private final Enrolment enrolment;
    private final Ids ids;
    private final Now now;
    private final Map<String, Role> seenRoles = new HashMap<>();
    private final Map<NameKey, Workspace> seenWorkspaces = new HashMap<>();

    /** Somebody with their places, ready to be stored. */
    private record Ready(Line line, User user, List<Membership> memberships, Set<OrganizationId> organizations) {
        @Nullable
        Kept password() {
            return entry(line).password();
        }
    }

    @Inject
    NewcomerIntake(
            Logins logins,
            ForeignHashes hashes,
            WholeStore store,
            Workspaces workspaces,
            RoleLookup roles,
            Enrolment enrolment,
            Ids ids,
            Now now) {
        this.logins = logins;
        this.hashes = hashes;
        this.store = store;
        this.workspaces = workspaces;
        this.roles = roles;
        this.enrolment = enrolment;
        this.ids = ids;
        this.now = now;
    }

    void take(List<Line> chunk, Tally tally) {
        OrganizationId home = enrolment.defaultOrganization().id();
        Set<NameKey> taken = store.takenLogins(wanted(chunk));
        List<Ready> ready = new ArrayList<>();
        for (Line line : chunk) {
            ready(line, home, tally).ifPresent(made -> {
                Optional<NameKey> known =
                        Logins.of(made.user()).filter(taken::contains).findFirst();
                if (known.isPresent()) {
                    tally.skip(line, somebodyHas(made.user(), known.get()));
                } else {
                    ready.add(made);
                }
            });
        }
        store(ready, tally);
    }

    private void store(List<Ready> ready, Tally tally) {
        tally.count(
                ready.stream().map(Ready::line).toList(),
                store.addUsers(ready.stream().map(Ready::user).toList()),
                "there already");
        Map<UserId, Kept> passwords = new LinkedHashMap<>();
        for (Ready one : ready) {
            if (one.password() != null) {
                passwords.put(one.user().id(), one.password());
            }
        }
        store.addPasswords(passwords, now.get());
        List<Membership> enrolments = ready.stream().flatMap(this::enrolments).toList();
        inChunks(enrolments, store::addMemberships);
        List<Membership> memberships =
                ready.stream().flatMap(one -> one.memberships().stream()).toList();
        inChunks(memberships, store::addMemberships);
        tally.add(Entry.Kind.MEMBER, memberships.size());
    }

    private static <T> void inChunks(List<T> items, Consumer<List<T>> work) {
        int most = PageRequest.MOST;
        for (int from = 0; from < items.size(); from += most) {
            work.accept(items.subList(from, Math.min(from + most, items.size())));
        }
    }

    private static Entry.OfNewcomer entry(Line line) {
        return (Entry.OfNewcomer) Objects.requireNonNull(line.entry());
    }

    private static Set<NameKey> wanted(List<Line> chunk) {
        return chunk.stream()
                .map(NewcomerIntake::entry)
                .flatMap(person -> person.email() == null
                        ? Stream.of(person.username().key())
                        : Stream.of(person.username().key(), person.email().key()))
                .collect(Collectors.toSet());
    }

    /** Empty where anything about the line is wrong, all of which is tallied. */
    private Optional<Ready> ready(Line line, OrganizationId home, Tally tally) {
        Entry.OfNewcomer person = entry(line);
        UserId id = new UserId(ids.next());
        Optional<RoleRef> role = tally.result(line, () -> accountRole(person));
        Optional<User> user = tally.result(line, () -> named(id, person, line));
        Optional<Boolean> hash = tally.result(line, () -> hasAcceptableHash(person));
        List<Workspace> joined = new ArrayList<>();
        List<Membership> memberships = new ArrayList<>();
        for (Seat seat : person.seats()) {
            tally.result(line, () -> unseated(seat, joined)).ifPresent(workspace -> {
                joined.add(workspace);
                tally.result(line, () -> seat(workspace, id, seat.role())).ifPresent(memberships::add);
            });
        }
        if (role.isEmpty()
                || user.isEmpty()
                || hash.isEmpty()
                || memberships.size() < person.seats().size()) {
            return Optional.empty();
        }
        Set<OrganizationId> organizations = new LinkedHashSet<>(Set.of(home));
        joined.forEach(workspace -> organizations.add(workspace.organization()));
        return Optional.of(new Ready(line, withRole(user.get(), role.get(), person), memberships, organizations));
    }

    private User named(UserId id, Entry.OfNewcomer person, Line line) {
        User user = User.person(id, person.username(), now.get())
                .withEmail(person.email())
                .withProfile(person.profile())
                .withStatus(person.status());
        logins.mustBeFreeInFile(user, line);
        return user;
    }

    private boolean hasAcceptableHash(Entry.OfNewcomer person) {
        return person.password() != null
                && !hashes.acceptable(person.password()).isTemporary();
    }

    private static User withRole(User user, RoleRef role, Entry.OfNewcomer person) {
        Boolean developer = person.developer();
        return user.withRole(role).withDeveloper(developer == null ? role.makesDevelopers() : developer);
    }

    private RoleRef accountRole(Entry.OfNewcomer person) {
        return person.role() == null
                ? PredefinedRole.ANNOTATOR.ref()
                : role(person.role()).ref();
    }

    /** The workspace of a seat, in which they have no other. */
    private Workspace unseated(Seat seat, List<Workspace> joined) {
        Workspace workspace = workspace(seat.workspace());
        if (joined.contains(workspace)) {
            throw RefusedException.invalid("workspaces", "`" + workspace.name() + "` is named twice");
        }
        return workspace;
    }

    private static String somebodyHas(User user, NameKey login) {
        return "a user here already has the " + Logins.field(user, login) + " `" + login + "`";
    }

    private Role role(String nameOrId) {
        return seenRoles.computeIfAbsent(nameOrId, roles::findAny);
    }

    private Membership seat(Workspace workspace, UserId user, @Nullable String role) {
        RoleRef own = role == null ? null : roles.findAnyForPlace(role).ref();
        return membership(Place.of(workspace.id()), user, own);
    }

    private Workspace workspace(WorkspaceName name) {
        return seenWorkspaces.computeIfAbsent(
                name.key(),
                key -> workspaces
                        .findByName(key)
                        .orElseThrow(() ->
                                RefusedException.unknown("workspaces", "no workspace `" + name + "`", name.value())));
    }

    private Stream<Membership> enrolments(Ready one) {
        return one.organizations().stream()
                .map(organization ->
                        membership(Place.of(organization), one.user().id(), null));
    }

    private Membership membership(Place place, UserId user, @Nullable RoleRef own) {
        return new Membership(new MembershipId(ids.next()), 0, place, user, own, now.get());
    }
}
