package dev.roster.application.importing;

import dev.roster.application.access.Caller;
import dev.roster.application.grant.CreateGrant;
import dev.roster.application.grant.GrantPlace;
import dev.roster.application.importing.ImportStep.Kind;
import dev.roster.application.membership.AddMember;
import dev.roster.application.membership.PutMember;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.ForeignPlatform.Held;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Memberships;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.GrantKind;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compares who belongs to what there, and who holds which role on it, with what is here. */
final class ForeignHoldings {
    private final Memberships memberships;
    private final Grants grants;
    private final AddMember addMember;
    private final PutMember putMember;
    private final CreateGrant createGrant;

    @Inject
    ForeignHoldings(
            Memberships memberships, Grants grants, AddMember addMember, PutMember putMember, CreateGrant createGrant) {
        this.memberships = memberships;
        this.grants = grants;
        this.addMember = addMember;
        this.putMember = putMember;
        this.createGrant = createGrant;
    }

    /** Members of an organization that comes; of one that does not, nothing is said but that. */
    void compareGroup(String group, List<Held> members, Brought brought) {
        if (brought.hasOrganization(group)) {
            members.forEach(held -> member(held, brought.organization(group), Place::of, brought));
        }
    }

    /** The same for a workspace. */
    void compareTeam(String team, List<Held> members, Brought brought) {
        if (brought.hasWorkspace(team)) {
            members.forEach(held -> member(held, brought.workspace(team), Place::of, brought));
        }
    }

    private <I> void member(Held held, Counterpart<I> there, Function<I, Place> place, Brought brought) {
        String name = brought.nameOf(held.person()) + " in " + there;
        brought.add(Kind.MEMBER, name, () -> {
            Counterpart<UserId> user = brought.person(held.person());
            Optional<ImportStep> present = there.here()
                    .flatMap(known -> user.here().flatMap(id -> memberships.find(place.apply(known), id)))
                    .map(here -> ImportStep.present(Kind.MEMBER, name, difference(held, here.role())));
            return present.orElseGet(() -> {
                Optional<Supplier<String>> role = roleOf(held, brought);
                boolean isNew = user.here().isEmpty();
                return ImportStep.create(
                        Kind.MEMBER,
                        name,
                        caller -> enter(
                                caller,
                                place.apply(there.get()),
                                user.get(),
                                role.map(Supplier::get).orElse(null),
                                isNew));
            });
        });
    }

    /** Who has just come is a member of the default organization by that, if only without a role. */
    private void enter(Caller caller, Place place, UserId user, @Nullable String role, boolean isNew) {
        if (isNew) {
            putMember.handle(caller, PutMember.Command.of(place, user, role));
        } else {
            addMember.handle(caller, new AddMember.Command(place, user, role));
        }
    }

    /** Empty where the account role counts. */
    private static Optional<Supplier<String>> roleOf(Held held, Brought brought) {
        return held.role() == null ? Optional.empty() : Optional.of(brought.roleOf(held.role(), held.roleId()));
    }

    private static String difference(Held held, @Nullable RoleRef here) {
        if (held.role() == null || (here != null && here.name().key().equals(NameKey.of(held.role())))) {
            return "";
        }
        return "is " + (here == null ? "without a role of their own" : here) + " here and " + held.role() + " there";
    }

    /** Roles beside those of members, which become grants. */
    void compareBindings(List<Held> bindings, Brought brought) {
        bindings.forEach(held -> {
            String name = name(held, brought);
            brought.add(Kind.GRANT, name, () -> {
                Counterpart<UserId> user = brought.person(held.person());
                Counterpart<WorkspaceId> workspace = brought.workspace(held.place());
                return workspace
                        .here()
                        .flatMap(place -> user.here().flatMap(id -> grantOf(id, place)))
                        .map(here -> ImportStep.present(
                                Kind.GRANT, name, difference(held, here.grant().role())))
                        .orElseGet(() -> grant(held, name, brought));
            });
        });
    }

    private static String name(Held held, Brought brought) {
        String place = brought.hasWorkspace(held.place())
                ? brought.workspace(held.place()).toString()
                : held.place();
        return held.role() + " for " + brought.nameOf(held.person()) + " on " + place;
    }

    private Optional<Grants.Granted> grantOf(UserId user, WorkspaceId workspace) {
        Grants.Filter filter =
                Grants.Filter.all().withUser(user).withWorkspace(workspace).withKind(GrantKind.WORKSPACE);
        return grants.list(filter, PageRequest.first(1)).items().stream().findFirst();
    }

    private ImportStep grant(Held held, String name, Brought brought) {
        if (held.role() == null) {
            throw RefusedException.invalid("role", "has no role");
        }
        Supplier<String> role = brought.roleOf(held.role(), held.roleId());
        Counterpart<UserId> user = brought.person(held.person());
        Counterpart<WorkspaceId> workspace = brought.workspace(held.place());
        return ImportStep.create(
                Kind.GRANT,
                name,
                caller -> createGrant.handle(
                        caller,
                        new CreateGrant.Command(user.get(), role.get(), new GrantPlace.OnWorkspace(workspace.get()))));
    }

    /** Roles on what does not come. */
    void leaveOut(List<Held> bindings, Brought brought) {
        bindings.forEach(held -> brought.add(Kind.GRANT, name(held, brought), () -> {
            throw RefusedException.invalid("import", "is on a project, which stays where its data is");
        }));
    }
}
