package dev.roster.application.dataset;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Annexes;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Targets;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.DatasetAnnex;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows what a door keeps beside datasets, in order of attachment, to those who may read the datasets. */
public final class ListAnnexes {
    private final UnitOfWork work;
    private final Datasets datasets;
    private final Targets targets;
    private final Annexes annexes;

    @Inject
    ListAnnexes(UnitOfWork work, Datasets datasets, Targets targets, Annexes annexes) {
        this.work = work;
        this.datasets = datasets;
        this.targets = targets;
        this.annexes = annexes;
    }

    public List<DatasetAnnex> handle(Caller caller, DatasetId dataset, String kind) {
        return work.reading(() -> {
            work.guard()
                    .require(
                            caller,
                            RosterPermission.DATASET_READ,
                            datasets.get(dataset).target());
            return annexes.of(dataset, kind);
        });
    }

    /** For many datasets at once. What the caller may not read, and what does not exist, has none. */
    public Map<DatasetId, List<DatasetAnnex>> ofMany(Caller caller, Set<DatasetId> wanted, String kind) {
        return work.reading(() -> {
            Actor actor = work.guard().wholeActor(caller);
            Set<Target.Ref> references = wanted.stream()
                    .map(id -> new Target.Ref(Target.Kind.DATASET, id.value()))
                    .collect(Collectors.toSet());
            Set<DatasetId> readable = targets.find(references).values().stream()
                    .filter(target -> AccessPolicy.allows(actor, RosterPermission.DATASET_READ, target))
                    .map(target -> new DatasetId(target.id()))
                    .collect(Collectors.toSet());
            return annexes.of(readable, kind).stream().collect(Collectors.groupingBy(DatasetAnnex::dataset));
        });
    }
}
