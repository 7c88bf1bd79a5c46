package dev.roster.bootstrap;

import dev.roster.application.access.Caller;
import dev.roster.application.dataset.AssignAnnotator;
import dev.roster.application.dataset.RecordContribution;
import dev.roster.application.dataset.RegisterDataset;
import dev.roster.application.membership.AddMember;
import dev.roster.application.port.Datasets;
import dev.roster.application.user.CreateUser;
import dev.roster.application.workspace.CreateWorkspace;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.User;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceName;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sample people, workspaces and datasets, and each way to get access to them, so that there is something to look at. */
final class DemoData {
    private final CreateUser createUser;
    private final CreateWorkspace createWorkspace;
    private final AddMember addMember;
    private final RegisterDataset registerDataset;
    private final AssignAnnotator assignAnnotator;
    private final RecordContribution recordContribution;
    private final DemoAccess access;

    @Inject
    DemoData(
            CreateUser createUser,
            CreateWorkspace createWorkspace,
            AddMember addMember,
            RegisterDataset registerDataset,
            AssignAnnotator assignAnnotator,
            RecordContribution recordContribution,
            DemoAccess access) {
        this.createUser = createUser;
        this.createWorkspace = createWorkspace;
        this.addMember = addMember;
        this.registerDataset = registerDataset;
        this.assignAnnotator = assignAnnotator;
        this.recordContribution = recordContribution;
        this.access = access;
    }

    /** Returns the people who can log in, by username, each with their new user token. */
    Map<String, CreateUser.Created> fill(Caller caller) {
        Map<String, CreateUser.Created> people = new LinkedHashMap<>();
        person(caller, people, "olga", "Olga", "Ferreira", PredefinedRole.OWNER);
        person(caller, people, "adam", "Adam", "Novak", PredefinedRole.ADMIN);
        person(caller, people, "mia", "Mia", "Tanaka", PredefinedRole.ANNOTATOR);
        person(caller, people, "vera", "Vera", "Okoye", PredefinedRole.VIEWER);
        person(caller, people, "ana", "Ana", "Reis", PredefinedRole.ANNOTATOR);
        person(caller, people, "ivo", "Ivo", "Brandt", PredefinedRole.ANNOTATOR);

        Workspace legal = workspace(caller, "legal-team");
        Workspace birds = workspace(caller, "bird-watch");
        join(caller, legal, people, null, "adam", "ana", "ivo");
        join(caller, birds, people, null, "vera", "ivo");
        join(caller, birds, people, PredefinedRole.MANAGER.word(), "mia");

        Datasets.Located contracts = dataset(caller, legal, "contracts");
        dataset(caller, legal, "leases");
        dataset(caller, birds, "feeder-cameras");
        access.restrict(
                caller,
                dataset(caller, legal, "settlements"),
                named(people, "ivo").user());
        access.invite(caller, legal);
        access.automate(caller, birds);
        User ana = named(people, "ana").user();
        assignAnnotator.handle(
                caller, new AssignAnnotator.Command(contracts.dataset().id(), ana.id()));
        recordContribution.handle(
                caller,
                RecordContribution.Command.own(contracts.dataset().id(), 42).withUser(ana.id()));
        return people;
    }

    private void person(
            Caller caller,
            Map<String, CreateUser.Created> people,
            String username,
            String first,
            String last,
            PredefinedRole role) {
        CreateUser.Command named = CreateUser.Command.named(new Username(username));
        CreateUser.Command command = named.withEmail(new EmailAddress(username + "@lab.example"))
                .withProfile(named.profile()
                        .withFirstName(ProfileField.FIRST_NAME.parse(first))
                        .withLastName(ProfileField.LAST_NAME.parse(last)))
                .withRole(role.word());
        people.put(username, createUser.handle(caller, command));
    }

    /** One of the people that this class created. */
    static CreateUser.Created named(Map<String, CreateUser.Created> people, String username) {
        return Objects.requireNonNull(people.get(username), username);
    }

    private Workspace workspace(Caller caller, String name) {
        return createWorkspace.handle(caller, CreateWorkspace.Command.named(new WorkspaceName(name)));
    }

    private void join(
            Caller caller,
            Workspace workspace,
            Map<String, CreateUser.Created> people,
            @Nullable String role,
            String... usernames) {
        for (String username : usernames) {
            User user = named(people, username).user();
            addMember.handle(caller, new AddMember.Command(Place.of(workspace.id()), user.id(), role));
        }
    }

    private Datasets.Located dataset(Caller caller, Workspace workspace, String name) {
        return registerDataset.handle(
                caller, RegisterDataset.Command.of(workspace.id(), new DatasetName(name), DatasetAccess.WORKSPACE));
    }
}
