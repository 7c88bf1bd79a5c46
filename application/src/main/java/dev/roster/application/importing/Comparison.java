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
import dev.roster.domain.user.EmailAddress;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compares another platform with this store and finds the steps from there to here. The same id is the same thing; the
 * same name under another id is somebody else, because bringing two people together is not to be undone. Where ids cannot
 * be kept, the same e-mail address is the same user, and so is the same username unless the addresses differ.
 */
final class Comparison {
    private final Users users;
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final CreateUser createUser;
    private final CreateWorkspace createWorkspace;
    private final AddMember addMember;

    private final List<ImportStep> steps = new ArrayList<>();
    private final Map<String, AtomicReference<UserId>> people = new HashMap<>();
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
        snapshot.people()
                .forEach(person -> steps.add(orLeftOut(
                        Kind.USER, person.username(), () -> snapshot.hasUuids() ? person(person) : namesake(person))));
        snapshot.teams().forEach((team, members) -> {
            List<ImportStep> inside = new ArrayList<>();
            steps.add(orLeftOut(Kind.WORKSPACE, team.name(), () -> {
                AtomicReference<WorkspaceId> id = new AtomicReference<>();
                ImportStep step = snapshot.hasUuids() ? team(team, id) : sameName(team, id);
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
        return creation(person, id);
    }

    /** A person whose id says nothing here. */
    private ImportStep namesake(Person person) {
        usernames.put(person.id(), person.username());
        NameKey username = new Username(person.username()).key();
        Optional<User> here = email(person).flatMap(email -> users.findByEmail(email.key()));
        return here.or(() -> users.findByUsername(username).filter(user -> isWithoutOther(email(person), user)))
                .map(user -> existing(person, user))
                .orElseGet(() -> creation(person, null));
    }

    private static Optional<EmailAddress> email(Person person) {
        String text = person.email();
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(new EmailAddress(text));
    }

    private static boolean isWithoutOther(Optional<EmailAddress> email, User here) {
        return email.isEmpty() || here.email() == null;
    }

    private ImportStep creation(Person person, @Nullable UserId id) {
        Username username = new Username(person.username()).toGive();
        if (users.findByLogin(username.key()).isPresent() || !usernamesToBe.add(username.key())) {
            return ImportStep.leftOut(
                    Kind.USER,
                    person.username(),
                    "the username is another user's here, without regard to case; rename one and import again");
        }
        CreateUser.Command command = command(person, id, username);
        AtomicReference<UserId> made = new AtomicReference<>();
        people.put(person.id(), made);
        return ImportStep.create(
                Kind.USER,
                person.username(),
                caller -> made.set(createUser.handle(caller, command).user().id()));
    }

    private ImportStep existing(Person person, User here) {
        if (here.status() == UserStatus.DELETED) {
            return ImportStep.leftOut(Kind.USER, person.username(), "was deleted here, an id is not used twice");
        }
        people.put(person.id(), new AtomicReference<>(here.id()));
        List<String> different = new ArrayList<>();
        if (!here.username().value().equals(person.username().strip())) {
            different.add("is called `" + here.username() + "` here");
        }
        if (!here.role().name().value().equals(person.role())) {
            different.add("is " + here.role() + " here and " + person.role() + " there");
        }
        return ImportStep.present(Kind.USER, person.username(), String.join(", ", different));
    }

    private static CreateUser.Command command(Person person, @Nullable UserId id, Username username) {
        Profile profile = ProfileField.LAST_NAME.setText(
                ProfileField.FIRST_NAME.setText(Profile.named(username), filled(person.firstName())),
                filled(person.lastName()));
        return CreateUser.Command.named(username)
                .withId(id)
                .withEmail(email(person).orElse(null))
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

    private ImportStep team(Team team, AtomicReference<WorkspaceId> made) {
        WorkspaceId id = WorkspaceId.parse(team.id());
        return workspaces.find(id).map(here -> existing(team, here, made)).orElseGet(() -> creation(team, id, made));
    }

    /** A workspace whose id says nothing here. */
    private ImportStep sameName(Team team, AtomicReference<WorkspaceId> made) {
        return workspaces
                .findByName(new WorkspaceName(team.name()).key())
                .map(here -> existing(team, here, made))
                .orElseGet(() -> creation(team, null, made));
    }

    private static ImportStep existing(Team team, Workspace here, AtomicReference<WorkspaceId> made) {
        made.set(here.id());
        String name = here.name().value();
        return ImportStep.present(
                Kind.WORKSPACE, team.name(), name.equals(team.name()) ? "" : "is called `" + name + "` here");
    }

    private ImportStep creation(Team team, @Nullable WorkspaceId id, AtomicReference<WorkspaceId> made) {
        WorkspaceName name = new WorkspaceName(team.name()).toGive();
        if (workspaces.findByName(name.key()).isPresent() || !namesToBe.add(name.key())) {
            return ImportStep.leftOut(
                    Kind.WORKSPACE,
                    team.name(),
                    "the name is another workspace's here, without regard to case; rename one and import again");
        }
        CreateWorkspace.Command command = CreateWorkspace.Command.named(name).withId(id);
        return ImportStep.create(
                Kind.WORKSPACE,
                team.name(),
                caller -> made.set(createWorkspace.handle(caller, command).id()));
    }

    private ImportStep member(Team team, AtomicReference<WorkspaceId> workspace, String person) {
        String name = usernames.getOrDefault(person, person) + " in " + team.name();
        AtomicReference<UserId> user = people.get(person);
        if (user == null) {
            return ImportStep.leftOut(Kind.MEMBER, name, "the user is left out");
        }
        if (isMember(workspace.get(), user.get())) {
            return ImportStep.present(Kind.MEMBER, name, "");
        }
        return ImportStep.create(
                Kind.MEMBER,
                name,
                caller -> addMember.handle(caller, new AddMember.Command(Place.of(made(workspace)), made(user), null)));
    }

    private boolean isMember(@Nullable WorkspaceId workspace, @Nullable UserId user) {
        return workspace != null
                && user != null
                && memberships.find(Place.of(workspace), user).isPresent();
    }

    /** @throws RefusedException where the step that was to make it was refused */
    private static <T> T made(AtomicReference<T> id) {
        T made = id.get();
        if (made == null) {
            throw RefusedException.invalid("member", "the user or the workspace is left out");
        }
        return made;
    }
}
