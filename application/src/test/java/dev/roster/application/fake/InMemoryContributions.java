package dev.roster.application.fake;

import dev.roster.application.fake.Tables.Pair;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Contributions;
import dev.roster.domain.dataset.Contribution;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Contributions in memory. */
final class InMemoryContributions implements Contributions {
    private final InMemoryStore store;

    InMemoryContributions(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Contribution record(DatasetId dataset, UserId user, long count, Instant at) {
        Pair<DatasetId> key = new Pair<>(dataset, user);
        return store.write(tables -> {
            if (tables.contributions.change(key, before -> more(before, count, at))) {
                return tables.contributions.find(key).orElseThrow();
            }
            return tables.contributions.add(key, number -> new Contribution(number, dataset, user, count, at, at));
        });
    }

    private static Contribution more(Contribution before, long count, Instant at) {
        return new Contribution(
                before.number(),
                before.dataset(),
                before.user(),
                before.count() + count,
                at.isBefore(before.firstAt()) ? at : before.firstAt(),
                at.isAfter(before.lastAt()) ? at : before.lastAt());
    }

    @Override
    public Map<UserId, Summary> summaries(Set<UserId> users) {
        return store.read(tables -> users.stream()
                .filter(user -> !summary(tables, user).equals(Summary.none()))
                .collect(Collectors.toMap(Function.identity(), user -> summary(tables, user))));
    }

    private static Summary summary(Tables tables, UserId user) {
        List<Contribution> given = tables.contributions.stream()
                .filter(contribution -> contribution.user().equals(user))
                .toList();
        return new Summary(
                tables.datasets.stream()
                        .filter(dataset -> user.equals(dataset.creator()))
                        .count(),
                given.size(),
                given.stream().mapToLong(Contribution::count).sum(),
                given.stream()
                        .map(Contribution::lastAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    @Override
    public Page<Credited> byUser(UserId user, PageRequest page) {
        return page(contribution -> contribution.user().equals(user), page);
    }

    @Override
    public Page<Credited> byDataset(DatasetId dataset, PageRequest page) {
        return page(contribution -> contribution.dataset().equals(dataset), page);
    }

    private Page<Credited> page(Predicate<Contribution> condition, PageRequest page) {
        return store.read(tables -> Pages.of(
                tables.contributions.stream()
                        .filter(condition)
                        .map(contribution -> new Credited(
                                contribution,
                                tables.users.find(contribution.user()).orElseThrow(),
                                tables.datasets.find(contribution.dataset()).orElseThrow())),
                page,
                credited -> credited.contribution().number()));
    }
}
