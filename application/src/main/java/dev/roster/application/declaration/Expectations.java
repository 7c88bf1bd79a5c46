package dev.roster.application.declaration;

import dev.roster.application.access.PermissionLookup;
import dev.roster.application.access.PresentActors;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Users;
import dev.roster.application.port.Workspaces;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Target;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Asks the policy whether what is expected holds, as things are in the transaction. */
final class Expectations {
    private final Users users;
    private final PresentActors actors;
    private final Organizations organizations;
    private final Workspaces workspaces;
    private final Datasets datasets;
    private final PermissionLookup permissions;

    @Inject
    Expectations(
            Users users,
            PresentActors actors,
            Organizations organizations,
            Workspaces workspaces,
            Datasets datasets,
            PermissionLookup permissions) {
        this.users = users;
        this.actors = actors;
        this.organizations = organizations;
        this.workspaces = workspaces;
        this.datasets = datasets;
        this.permissions = permissions;
    }

    /** A fault for each that does not hold, or is about what does not exist. */
    List<Fault> broken(List<Expectation> expectations) {
        return expectations.stream()
                .flatMap(expectation -> objection(expectation).stream())
                .toList();
    }

    private Optional<Fault> objection(Expectation expectation) {
        List<String> path = List.of("expect", expectation.text());
        try {
            permissions.requireKnown(expectation.permission());
            Target target = target(expectation);
            Decision decision = AccessPolicy.decide(actor(expectation, target), expectation.permission(), target);
            return decision.isAllowed() == expectation.allowed()
                    ? Optional.empty()
                    : Optional.of(new Fault(
                            path, "expected " + UserText.quote(expectation.text()) + ", but " + decision.reason()));
        } catch (RefusedException unknown) {
            return Optional.of(Fault.of(path, unknown));
        }
    }

    private Actor actor(Expectation expectation, Target target) {
        User user = user(expectation.login(), expectation.user());
        return actors.find(user.id(), List.of(target))
                .orElseThrow(() -> RefusedException.notFound("user", expectation.user()));
    }

    private User user(NameKey login, String name) {
        return users.findByLogin(login).orElseThrow(() -> RefusedException.notFound("user", name));
    }

    private Target target(Expectation expectation) {
        String place = expectation.place();
        return switch (expectation.kind()) {
            case INSTANCE -> Target.instance();
            case USER -> Target.of(user(NameKey.of(place), place));
            case ORGANIZATION ->
                Target.of(organizations
                        .findByName(NameKey.of(place))
                        .orElseThrow(() -> RefusedException.notFound("organization", place)));
            case WORKSPACE -> Target.of(workspace(place));
            case DATASET -> dataset(place);
            case ROLE -> throw RefusedException.invalid("expect", "nothing is expected of roles");
        };
    }

    private Workspace workspace(String name) {
        return workspaces.findByName(NameKey.of(name)).orElseThrow(() -> RefusedException.notFound("workspace", name));
    }

    private Target dataset(String path) {
        int slash = path.indexOf('/');
        Workspace workspace = workspace(path.substring(0, Math.max(0, slash)));
        return datasets.findByName(workspace.id(), NameKey.of(path.substring(slash + 1)))
                .map(located -> Target.of(located.dataset(), Target.of(workspace)))
                .orElseThrow(() -> RefusedException.notFound("dataset", path));
    }
}
