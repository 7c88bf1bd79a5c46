package dev.roster.application.importing;

import dev.roster.application.importing.ImportStep.Kind;
import dev.roster.application.membership.AddMember;
import dev.roster.application.port.ForeignPlatform.Person;
import dev.roster.application.port.ForeignPlatform.Team;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Users;
import dev.roster.application.port.Workspaces;
import dev.roster.application.user.CreateUser;
import dev.roster.application.workspace.CreateWorkspace;
import dev.roster.domain.RefusedException;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compares another platform with this store and finds the steps from there to here. The same id is the same thing; the
 * same name under another id is somebody else, because bringing two people together is not to be undone.
 */
final class Comparison {
    private final Users users;
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final CreateUser createUser;
    private final CreateWorkspace createWorkspace;
    private final AddMember addMember;

    private final List<ImportStep> steps = new ArrayList<>();
    private final Map<String, UserId> people = new HashMap<>();
    private final Map<String, String> usernames = new HashMap<>();
    private final Set<NameKey> usernamesToBe = new HashSet<>();
    private final Set<NameKey> namesToBe = new HashSet<>();

    Comparison(
            Users users,
            Workspaces workspaces,
            Memberships memberships,
            CreateUser createUser,
            CreateWorkspace createWorkspace,
            AddMember addMember) {
        this.users = users;
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.createUser = createUser;
        this.createWorkspace = createWorkspace;
        this.addMember = addMember;
    }

    List<ImportStep> steps(Snapshot snapshot) {
        snapshot.people().forEach(person -> steps.add(orLeftOut(Kind.USER, person.username(), () -> person(person))));
        snapshot.teams().forEach((team, members) -> {
            List<ImportStep> inside = new ArrayList<>();
            steps.add(orLeftOut(Kind.WORKSPACE, team.name(), () -> {
                WorkspaceId id = WorkspaceId.parse(team.id());
                ImportStep step = team(team, id);
                if (step.outcome() != ImportStep.Outcome.LEFT_OUT) {
                    members.forEach(member -> inside.add(member(team, id, member)));
                }
                return step;
            }));
            steps.addAll(inside);
        });
        return List.copyOf(steps);
    }

    /** What Roster would not take is left out with the reason. */
    private static ImportStep orLeftOut(Kind kind, String name, Supplier<ImportStep> step) {
        try {
            return step.get();
        } catch (RefusedException invalid) {
            return ImportStep.leftOut(kind, name, invalid.reason());
        }
    }

    private ImportStep person(Person person) {
        UserId id = UserId.parse(person.id());
        usernames.put(person.id(), person.username());
        Optional<User> here = users.findEvenDeleted(id);
        if (here.isPresent()) {
            return existing(person, here.get());
        }
        Username username = new Username(person.username()).toGive();
        if (users.findByLogin(username.key()).isPresent() || !usernamesToBe.add(username.key())) {
            return ImportStep.leftOut(
                    Kind.USER,
                    person.username(),
                    "the username is another user's here, without regard to case; rename one and import again");
        }
        CreateUser.Command command = command(person, id, username);
        people.put(person.id(), id);
        return ImportStep.create(Kind.USER, person.username(), caller -> createUser.handle(caller, command));
    }

    private ImportStep existing(Person person, User here) {
        if (here.status() == UserStatus.DELETED) {
            return ImportStep.leftOut(Kind.USER, person.username(), "was deleted here, an id is not used twice");
        }
        people.put(person.id(), here.id());
        List<String> different = new ArrayList<>();
        if (!here.username().value().equals(person.username().strip())) {
            different.add("is called `" + here.username() + "` here");
        }
        if (!here.role().name().value().equals(person.role())) {
            different.add("is " + here.role() + " here and " + person.role() + " there");
        }
        return ImportStep.present(Kind.USER, person.username(), String.join(", ", different));
    }

    private static CreateUser.Command command(Person person, UserId id, Username username) {
        Profile profile = ProfileField.LAST_NAME.setText(
                ProfileField.FIRST_NAME.setText(Profile.named(username), filled(person.firstName())),
                filled(person.lastName()));
        return CreateUser.Command.named(username)
                .withId(id)
                .withProfile(profile)
                .withRole(role(person.role()).word());
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static PredefinedRole role(String word) {
        return Arrays.stream(PredefinedRole.values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> RefusedException.invalid("role", "has the role `" + word + "`, unknown here"));
    }

    private ImportStep team(Team team, WorkspaceId id) {
        Optional<Workspace> here = workspaces.find(id);
        if (here.isPresent()) {
            String name = here.get().name().value();
            return ImportStep.present(
                    Kind.WORKSPACE, team.name(), name.equals(team.name()) ? "" : "is called `" + name + "` here");
        }
        WorkspaceName name = new WorkspaceName(team.name()).toGive();
        if (workspaces.findByName(name.key()).isPresent() || !namesToBe.add(name.key())) {
            return ImportStep.leftOut(
                    Kind.WORKSPACE,
                    team.name(),
                    "the name is another workspace's here, without regard to case; rename one and import again");
        }
        CreateWorkspace.Command command = CreateWorkspace.Command.named(name).withId(id);
        return ImportStep.create(Kind.WORKSPACE, team.name(), caller -> createWorkspace.handle(caller, command));
    }

    private ImportStep member(Team team, WorkspaceId workspace, String person) {
        String name = usernames.getOrDefault(person, person) + " in " + team.name();
        UserId user = people.get(person);
        if (user == null) {
            return ImportStep.leftOut(Kind.MEMBER, name, "the user is left out");
        }
        if (memberships.find(Place.of(workspace), user).isPresent()) {
            return ImportStep.present(Kind.MEMBER, name, "");
        }
        AddMember.Command command = new AddMember.Command(Place.of(workspace), user, null);
        return ImportStep.create(Kind.MEMBER, name, caller -> addMember.handle(caller, command));
    }
}
