package dev.roster.application.scenario;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.scenario.Scenario.Fact;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.Role;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Puts what a scenario starts from straight into the store. */
final class BackgroundSetter {
    private final Ports ports;
    private final Given given;
    private final Map<String, GivenUser> users = new HashMap<>();
    private final Map<String, Dataset> datasets = new HashMap<>();

    BackgroundSetter(Ports ports) {
        this.ports = ports;
        this.given = new Given(ports);
    }

    void set(Scenario scenario) {
        ports.transactions().inTransaction(() -> {
            given.organization();
            scenario.given().forEach(this::set);
        });
    }

    private void set(Fact fact) {
        Words words = fact.words();
        switch (fact.kind()) {
            case USER -> makeUser(words);
            case DEACTIVATED -> user(words).status(UserStatus.DEACTIVATED);
            case WORKSPACE -> workspace(words);
            case MEMBER -> join(words);
            case ORGANIZATION_MEMBER -> joinOrganization(words);
            case DATASET -> remember(given.dataset(words.get("dataset"), workspace(words)));
            case ASSIGNED_DATASET -> remember(given.assignedDataset(words.get("dataset"), workspace(words)));
            case RESTRICTED_DATASET -> remember(given.restrictedDataset(words.get("dataset"), workspace(words)));
            case ASSIGNMENT -> user(words).assignedTo(dataset(words.get("dataset")));
            case GRANT -> grant(words);
            case ROLE -> makeRole(words);
        }
    }

    private void makeUser(Words words) {
        String username = words.get("user");
        GivenUser user = given.user(username).role(role(words)).token(Credentials.tokenOf(username));
        if (words.has("email")) {
            user.email(words.get("email"));
        }
        if (words.has("password")) {
            user.password(words.get("password"));
        }
        users.put(username, user);
    }

    private void join(Words words) {
        if (words.has("role")) {
            user(words).in(workspace(words), role(words));
        } else {
            user(words).in(workspace(words));
        }
    }

    private void joinOrganization(Words words) {
        if (words.has("role")) {
            user(words).in(given.organization(), role(words));
        } else {
            user(words).in(given.organization());
        }
    }

    private void grant(Words words) {
        String target = words.get("target");
        String name = target.substring(target.indexOf(':') + 1);
        if (target.startsWith(Target.Kind.DATASET.word())) {
            user(words).granted(role(words), dataset(name));
        } else {
            user(words).granted(role(words), given.workspace(name));
        }
    }

    private void makeRole(Words words) {
        Permission[] permissions = Arrays.stream(words.get("permissions").split(" "))
                .map(Permission::parse)
                .toArray(Permission[]::new);
        for (Permission permission : permissions) {
            if (permission instanceof RegisteredPermission other) {
                ports.registeredPermissions().add(new RegisteredPermissions.Registered(other, ""));
            }
        }
        given.role(words.get("role"), permissions);
    }

    private void remember(Dataset dataset) {
        datasets.put(dataset.name().value(), dataset);
    }

    private GivenUser user(Words words) {
        return Objects.requireNonNull(users.get(words.get("user")), () -> "no user in " + words);
    }

    private Dataset dataset(String name) {
        return Objects.requireNonNull(datasets.get(name), () -> "no dataset " + name);
    }

    private Workspace workspace(Words words) {
        return given.workspace(words.get("workspace"));
    }

    private Role role(Words words) {
        return ports.roles().findByName(NameKey.of(words.get("role"))).orElseThrow();
    }
}
