package dev.roster.application.fake;

import dev.roster.application.fake.Tables.Pair;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Contributions;
import dev.roster.application.port.Datasets.Located;
import dev.roster.domain.dataset.Contribution;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    public Map<UserId, Involvement> involvements(
            Set<UserId> users, OrganizationId organization, @Nullable UserId near) {
        return store.read(tables -> {
            Map<UserId, Involvement> found = new HashMap<>();
            for (UserId user : users) {
                Involvement involvement =
                        involvement(tables, user, dataset -> isThere(tables, dataset, organization, near));
                if (!involvement.isEmpty()) {
                    found.put(user, involvement);
                }
            }
            return found;
        });
    }

    private static Involvement involvement(Tables tables, UserId user, Predicate<Located> condition) {
        Stream<Dataset> created = tables.datasets.stream().filter(dataset -> user.equals(dataset.creator()));
        Stream<Dataset> contributedTo = tables.contributions.stream()
                .filter(contribution -> contribution.user().equals(user))
                .map(contribution ->
                        tables.datasets.find(contribution.dataset()).orElseThrow());
        return new Involvement(first(tables, created, condition), first(tables, contributedTo, condition));
    }

    private static List<Located> first(Tables tables, Stream<Dataset> datasets, Predicate<Located> condition) {
        return datasets.map(dataset -> InMemoryDatasets.located(tables, dataset))
                .filter(condition)
                .limit(MOST_INVOLVED)
                .toList();
    }

    private static boolean isThere(Tables tables, Located dataset, OrganizationId organization, @Nullable UserId near) {
        return dataset.workspace().organization().equals(organization)
                && (near == null || InMemoryDatasets.isNear(tables, dataset, near));
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
