package dev.roster.application.dataset;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Annexes;
import dev.roster.application.port.Datasets;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.dataset.DatasetAnnex;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;

/** Keeps something beside a dataset for a door, see {@link DatasetAnnex}. Part of updating the dataset. */
public final class AttachToDataset {
    /** The most annexes of one kind that a dataset has. */
    public static final int MOST = 100;

    /** What is to be kept: the content by key, all or nothing. */
    public record Command(DatasetId dataset, String kind, Map<String, String> contents) {
        public Command {
            contents = Map.copyOf(contents);
        }
    }

    private final UnitOfWork work;
    private final Datasets datasets;
    private final Annexes annexes;

    @Inject
    AttachToDataset(UnitOfWork work, Datasets datasets, Annexes annexes) {
        this.work = work;
        this.datasets = datasets;
        this.annexes = annexes;
    }

    /** Attaches, and replaces what was there under the same keys. */
    public void handle(Caller caller, Command command) {
        work.inTransaction(() -> {
            Datasets.Located located = permitted(caller, command);
            command.contents().forEach((key, json) -> annexes.put(annex(command, key, json)));
            mustFit(command);
            journal(caller, located, command);
        });
    }

    /**
     * Attaches one thing that must be new.
     *
     * @throws RefusedException CONFLICT naming {@code key}
     */
    public DatasetAnnex add(Caller caller, DatasetId dataset, String kind, String key, String json) {
        Command command = new Command(dataset, kind, Map.of(key, json));
        return work.inTransaction(() -> {
            Datasets.Located located = permitted(caller, command);
            DatasetAnnex added = annexes.add(annex(command, key, json))
                    .orElseThrow(() -> RefusedException.conflict(
                            "key", "`" + located.dataset().name() + "` has one of that name already"));
            mustFit(command);
            journal(caller, located, command);
            return added;
        });
    }

    private Datasets.Located permitted(Caller caller, Command command) {
        Datasets.Located located = datasets.get(command.dataset());
        work.guard().require(caller, RosterPermission.DATASET_UPDATE, located.target());
        return located;
    }

    private DatasetAnnex annex(Command command, String key, String json) {
        return new DatasetAnnex(command.dataset(), 0, command.kind(), key, json, work.now());
    }

    private void mustFit(Command command) {
        if (annexes.of(command.dataset(), command.kind()).size() > MOST) {
            throw RefusedException.conflict("kind", "a dataset has at most " + MOST + " of these");
        }
    }

    private void journal(Caller caller, Datasets.Located located, Command command) {
        String keys = String.join(", ", new TreeMap<>(command.contents()).keySet());
        work.journal()
                .write(
                        caller,
                        "dataset.attach",
                        located.target(),
                        Changes.none().set(command.kind(), keys));
    }
}
