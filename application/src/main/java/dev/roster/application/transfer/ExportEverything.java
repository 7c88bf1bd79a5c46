package dev.roster.application.transfer;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Pages;
import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.port.Roles;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.Consumer;

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

    private final UnitOfWork work;
    private final OwnerOnly ownerOnly;
    private final RegisteredPermissions permissions;
    private final Roles roles;
    private final PlaceExport places;
    private final PeopleExport people;

    @Inject
    ExportEverything(
            UnitOfWork work,
            OwnerOnly ownerOnly,
            RegisteredPermissions permissions,
            Roles roles,
            PlaceExport places,
            PeopleExport people) {
        this.work = work;
        this.ownerOnly = ownerOnly;
        this.permissions = permissions;
        this.roles = roles;
        this.places = places;
        this.people = people;
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
                            Changes.none().set("password_hashes", withPasswordHashes));
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
        Pages.each(page -> roles.list(false, page), role -> out.accept(new Entry.OfRole(role)));
        places.organizations(out);
        people.users(withPasswordHashes, out);
        places.contents(out);
        people.invitations(work.now(), out);
    }
}
