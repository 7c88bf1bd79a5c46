package dev.roster.application.transfer;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import jakarta.inject.Inject;
import jakarta.inject.Provider;

/**
 * Imports a file, all of it or nothing. It adds and never changes or removes anything: existing data stays unchanged, and
 * imported users have no token, key or session, whatever they had in the installation that wrote the file.
 */
public final class ImportEverything {
    /** Ends a transaction whose outcome is wanted, but not its changes. */
    private static final class NotKept extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient ImportReport report;

        private NotKept(ImportReport report) {
            super(null, null, false, false);
            this.report = report;
        }
    }

    private final UnitOfWork work;
    private final OwnerOnly ownerOnly;
    private final Provider<Intake> intake;
    private final Users users;

    @Inject
    ImportEverything(UnitOfWork work, OwnerOnly ownerOnly, Provider<Intake> intake, Users users) {
        this.work = work;
        this.ownerOnly = ownerOnly;
        this.intake = intake;
        this.users = users;
    }

    /**
     * Runs in one transaction, which blocks other writers of a SQLite file until it ends. If any line is wrong, nothing is
     * stored, and the report lists the wrong lines.
     *
     * @param dryRun does everything and stores nothing
     * @throws RefusedException CONFLICT naming {@code role} if there would be users but no active owner
     */
    public ImportReport handle(Caller caller, TransferFile file, boolean dryRun) {
        try {
            return work.inLongTransaction(() -> {
                ownerOnly.require(caller);
                ImportReport report = takeIn(caller, file);
                if (dryRun || report.isWrong()) {
                    throw new NotKept(report);
                }
                return report;
            });
        } catch (NotKept undone) {
            return undone.report;
        }
    }

    private ImportReport takeIn(Caller caller, TransferFile file) {
        Intake all = intake.get();
        String digest = file.read(line -> all.take(caller, line));
        ImportReport report = all.end(caller);
        if (!report.isWrong()) {
            mustHaveAnOwner();
        }
        work.journal().write(caller, "instance.import", Target.instance(), changes(file, digest, report));
        return report;
    }

    /** Nobody could make an owner afterwards: the first one is made only where there is no user. */
    private void mustHaveAnOwner() {
        if (!users.isEmpty() && users.holdActiveOwners().isEmpty()) {
            throw RefusedException.conflict(
                    "role", "the file has no active owner and there is none here; create one first");
        }
    }

    private static Changes changes(TransferFile file, String digest, ImportReport report) {
        Changes changes = Changes.none().set("file", file.name()).set("sha256", digest);
        for (Entry.Kind kind : Entry.Kind.values()) {
            if (report.added(kind) > 0) {
                changes.set(kind.word(), report.added(kind));
            }
        }
        return changes.set("skipped", report.skips());
    }
}
