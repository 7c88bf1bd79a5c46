package dev.roster.application.transfer;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.application.port.Passwords.Kept;
import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.port.Roles;
import dev.roster.application.port.UserFilter;
import dev.roster.application.port.Users;
import dev.roster.application.port.WholeStore;
import dev.roster.application.port.Workspaces;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Hands out everything but secrets, in an order in which it can be taken in again: no tokens, keys, sessions or links, and
 * password hashes only where they are asked for. The audit trail has an export of its own.
 */
public final class ExportEverything {
    /** Takes what is handed out. */
    public interface Receiver {
        /** Is called first, with the time of the export. */
        void begin(Instant at);

        void add(Entry entry);
    }

    private static final int MANY = 500;
    /** Fewer, since each may bring a picture of a megabyte. */
    private static final int USERS = 100;

    private final UnitOfWork work;
    private final OwnerOnly ownerOnly;
    private final WholeStore store;
    private final RegisteredPermissions permissions;
    private final Roles roles;
    private final Organizations organizations;
    private final Users users;
    private final Workspaces workspaces;
    private final Datasets datasets;
    private final Grants grants;
    private final Invitations invitations;

    @Inject
    ExportEverything(
            UnitOfWork work,
            OwnerOnly ownerOnly,
            WholeStore store,
            RegisteredPermissions permissions,
            Roles roles,
            Organizations organizations,
            Users users,
            Workspaces workspaces,
            Datasets datasets,
            Grants grants,
            Invitations invitations) {
        this.work = work;
        this.ownerOnly = ownerOnly;
        this.store = store;
        this.permissions = permissions;
        this.roles = roles;
        this.organizations = organizations;
        this.users = users;
        this.workspaces = workspaces;
        this.datasets = datasets;
        this.grants = grants;
        this.invitations = invitations;
    }

    /** It sees one state of the store. That it was done is written before the first entry is out. */
    public void handle(Caller caller, boolean withPasswordHashes, Receiver receiver) {
        work.inTransaction(() -> {
            ownerOnly.require(caller);
            work.journal()
                    .write(
                            caller,
                            "instance.export",
                            Target.instance(),
                            Changes.none().add("password_hashes", null, withPasswordHashes));
        });
        work.reading(() -> {
            ownerOnly.require(caller);
            receiver.begin(work.now());
            handOut(withPasswordHashes, receiver::add);
            return true;
        });
    }

    private void handOut(boolean withPasswordHashes, Consumer<Entry> out) {
        permissions.all().forEach(registered -> out.accept(new Entry.OfPermission(registered)));
        each(MANY, page -> roles.list(false, page), role -> out.accept(new Entry.OfRole(role)));
        each(MANY, page -> organizations.list(null, null, page), one -> out.accept(new Entry.OfOrganization(one)));
        UserFilter all = UserFilter.all().withStatuses(Set.of(UserStatus.values()));
        pages(USERS, page -> users.list(all, page), page -> handOutUsers(page, withPasswordHashes, out));
        each(MANY, store::organizationMemberships, one -> out.accept(new Entry.OfOrganizationMember(one)));
        each(
                MANY,
                page -> workspaces.list(Workspaces.Filter.all(), page),
                one -> out.accept(new Entry.OfWorkspace(one)));
        each(MANY, store::memberships, one -> out.accept(new Entry.OfMember(one)));
        each(
                MANY,
                page -> datasets.list(Datasets.Filter.all(), page),
                located -> out.accept(new Entry.OfDataset(located.dataset())));
        each(MANY, store::annexes, one -> out.accept(new Entry.OfAnnex(one)));
        each(MANY, store::assignments, one -> out.accept(new Entry.OfAssignment(one)));
        each(
                MANY,
                page -> grants.list(Grants.Filter.all(), page),
                granted -> out.accept(new Entry.OfGrant(granted.grant())));
        each(MANY, store::contributions, one -> out.accept(new Entry.OfContribution(one)));
        each(
                MANY,
                page -> invitations.list(null, work.now(), page),
                invited -> out.accept(new Entry.OfInvitation(invited.invitation())));
    }

    private void handOutUsers(Page<User> page, boolean withPasswordHashes, Consumer<Entry> out) {
        Set<UserId> ids = page.items().stream().map(User::id).collect(Collectors.toSet());
        Map<UserId, Avatar> avatars = store.avatars(ids);
        Map<UserId, Kept> passwords = withPasswordHashes ? new HashMap<>(store.passwords(ids)) : new HashMap<>();
        // What opens nothing here is not to open anything elsewhere.
        passwords.values().removeIf(Kept::overtaken);
        page.items()
                .forEach(user -> out.accept(new Entry.OfUser(user, avatars.get(user.id()), passwords.get(user.id()))));
    }

    private static <T> void each(int limit, Function<PageRequest, Page<T>> source, Consumer<T> out) {
        pages(limit, source, page -> page.items().forEach(out));
    }

    private static <T> void pages(int limit, Function<PageRequest, Page<T>> source, Consumer<Page<T>> out) {
        Long after = 0L;
        while (after != null) {
            Page<T> page = source.apply(new PageRequest(after, limit));
            out.accept(page);
            after = page.next();
        }
    }
}
