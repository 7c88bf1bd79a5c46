package dev.roster.application.annex;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Annexes;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.access.Target;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps something beside a dataset, a user or an organization for a door, see {@link Annex}. It is part of updating the owner;
 * everyone may keep what lies beside their own account. The audit trail says kind and keys, never the content.
 */
public final class PutAnnexes {
    /** The contents to store by key, all or none. */
    public record Command(AnnexOwner owner, String kind, Map<String, String> contents) {
        public Command {
            contents = Map.copyOf(contents);
        }
    }

    private final UnitOfWork work;
    private final AnnexAccess access;
    private final Annexes annexes;

    @Inject
    PutAnnexes(UnitOfWork work, AnnexAccess access, Annexes annexes) {
        this.work = work;
        this.access = access;
        this.annexes = annexes;
    }

    /**
     * Attaches, and replaces what was there under the same keys. Of two at once the later one counts. With nothing to keep it
     * only asks whether the caller may.
     *
     * @throws RefusedException INVALID, see {@link Annex}; CONFLICT naming {@code kind} for more than
     *     {@value Annex#MOST_OF_A_KIND} of a kind
     */
    public void handle(Caller caller, Command command) {
        work.inTransaction(() -> {
            Target target = access.requireToKeep(caller, command.owner());
            command.contents().forEach((key, json) -> annexes.put(annex(command, key, json)));
            mustFit(command);
            journal(caller, target, command);
        });
    }

    /**
     * Attaches one thing that must be new.
     *
     * @throws RefusedException CONFLICT naming {@code key}, and as {@link #handle}
     */
    public Annex add(Caller caller, AnnexOwner owner, String kind, String key, String json) {
        Command command = new Command(owner, kind, Map.of(key, json));
        return work.inTransaction(() -> {
            Target target = access.requireToKeep(caller, owner);
            Annex added = annexes.add(annex(command, key, json))
                    .orElseThrow(() -> RefusedException.conflict(
                            "key", UserText.quote(target.label()) + " already has one with that name"));
            mustFit(command);
            journal(caller, target, command);
            return added;
        });
    }

    private Annex annex(Command command, String key, String json) {
        return new Annex(command.owner(), 0, command.kind(), key, json, work.now());
    }

    private void mustFit(Command command) {
        if (annexes.count(command.owner(), command.kind()) > Annex.MOST_OF_A_KIND) {
            throw RefusedException.conflict(
                    "kind",
                    "at most " + Annex.MOST_OF_A_KIND + " of the kind `" + command.kind() + "` are kept for each "
                            + command.owner().kind().word() + ", remove some first");
        }
    }

    private void journal(Caller caller, Target target, Command command) {
        if (command.contents().isEmpty()) {
            return;
        }
        String keys = String.join(", ", new TreeMap<>(command.contents()).keySet());
        work.journal()
                .write(
                        caller,
                        target.kind().word() + ".attach",
                        target,
                        Changes.none().set(command.kind(), keys));
    }
}
