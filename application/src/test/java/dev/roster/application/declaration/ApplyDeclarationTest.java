package dev.roster.application.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.Authenticate;
import dev.roster.application.credential.LogIn;
import dev.roster.application.declaration.Step.Action;
import dev.roster.application.declaration.Step.Difference;
import dev.roster.application.declaration.Step.Kind;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UnknownName;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ApplyDeclarationTest {
    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final ApplyDeclaration apply = UseCases.over(ports, fakes.clock()).get(ApplyDeclaration.class);
    private final GivenUser olga = given.owner("olga").in(given.organization());
    private final Caller caller = Caller.user(olga.user(), Origin.of(Door.API));

    private Plan apply(Declaration declaration) {
        return apply.handle(caller, new ApplyDeclaration.Command(declaration, false, null));
    }

    private Plan prune(Declaration declaration) {
        return apply.handle(caller, new ApplyDeclaration.Command(declaration, true, null));
    }

    private Plan plan(Declaration declaration) {
        return apply.plan(caller, declaration, false);
    }

    private RefusedException refusal(Declaration declaration) {
        return catchThrowableOfType(RefusedException.class, () -> apply(declaration));
    }

    private static Declaration of(DeclaredOrganization... organizations) {
        return new Declaration(List.of(), List.of(organizations));
    }

    private static DeclaredRole role(String name, Permission... permissions) {
        return DeclaredRole.named(new RoleName(name)).withPermissions(Change.to(PermissionSet.of(permissions)));
    }

    private static DeclaredOrganization organization(
            String name, @Nullable List<DeclaredMember> members, DeclaredWorkspace... workspaces) {
        return new DeclaredOrganization(new OrganizationName(name), Change.none(), members, List.of(workspaces));
    }

    private static DeclaredOrganization described(String name, String description) {
        return new DeclaredOrganization(new OrganizationName(name), Change.to(description), null, List.of());
    }

    private static DeclaredWorkspace workspace(String name, DeclaredMember... members) {
        return new DeclaredWorkspace(new WorkspaceName(name), Change.none(), Change.none(), List.of(members));
    }

    private static DeclaredWorkspace titled(String name, Change<String> title) {
        return new DeclaredWorkspace(new WorkspaceName(name), title, Change.none(), null);
    }

    private static DeclaredMember member(String user) {
        return new DeclaredMember(user, null);
    }

    private static DeclaredMember member(String user, String role) {
        return new DeclaredMember(user, new RoleName(role));
    }

    private static Step step(Action action, Kind kind, String name, @Nullable String place) {
        return Step.of(action, kind, name, place);
    }

    private List<String> members(Workspace workspace) {
        return ports.memberships().members(Place.of(workspace.id()), PageRequest.first()).items().stream()
                .map(member ->
                        member.user().username() + ":" + member.membership().role())
                .toList();
    }

    private List<String> members(Organization organization) {
        return ports.memberships().members(Place.of(organization.id()), PageRequest.first()).items().stream()
                .map(member ->
                        member.user().username() + ":" + member.membership().role())
                .toList();
    }

    private Organization stored(String organization) {
        return ports.organizations().findByName(NameKey.of(organization)).orElseThrow();
    }

    private Workspace storedWorkspace(String name) {
        return ports.workspaces().findByName(NameKey.of(name)).orElseThrow();
    }

    private List<String> audited() {
        return ports.auditTrail().list(AuditTrail.Filter.all(), PageRequest.first(100)).items().stream()
                .map(AuditEvent::action)
                .toList();
    }

    /** Everything at once, on a store that has only the people. */
    private Declaration everything() {
        given.user("ada").email("ada@lab.example");
        given.user("eve");
        return new Declaration(
                List.of(role("curator", RosterPermission.DATASET_READ, RosterPermission.DATASET_CREATE)),
                List.of(organization(
                        "research",
                        List.of(member("ada@lab.example", "manager")),
                        workspace("legal", member("ADA", "curator"), member("eve")))));
    }

    @Test
    void everythingIsMade() {
        Plan done = apply(everything());

        assertThat(done.faults()).isEmpty();
        assertThat(done.steps())
                .containsExactly(
                        step(Action.ADD, Kind.ROLE, "curator", null)
                                .with("permissions", null, "dataset:read dataset:create"),
                        step(Action.ADD, Kind.ORGANIZATION, "research", null),
                        step(Action.ADD, Kind.ORGANIZATION_MEMBER, "ada", "research")
                                .with("role", null, "manager"),
                        step(Action.ADD, Kind.WORKSPACE, "legal", "research"),
                        step(Action.ADD, Kind.WORKSPACE_MEMBER, "ada", "legal").with("role", null, "curator"),
                        step(Action.ADD, Kind.WORKSPACE_MEMBER, "eve", "legal"));
        assertThat(storedWorkspace("legal").organization())
                .isEqualTo(stored("research").id());
        assertThat(members(storedWorkspace("legal"))).containsExactly("ada:curator", "eve:null");
        assertThat(members(stored("research"))).containsExactly("ada:manager", "eve:null");
    }

    @Test
    void twiceIsOnce() {
        Declaration declaration = everything();
        apply(declaration);

        Plan again = prune(declaration);

        assertThat(again.steps()).isEmpty();
        assertThat(again.faults()).isEmpty();
    }

    @Test
    void planIsWhatApplyDoesAndChangesNothing() {
        Declaration declaration = everything();
        int events = audited().size();

        Plan planned = plan(declaration);
        int eventsAfter = audited().size();
        Plan done = apply(declaration);

        assertThat(eventsAfter).isEqualTo(events);
        assertThat(planned.steps()).isEqualTo(done.steps());
        assertThat(planned.faults()).isEmpty();
    }

    @Test
    void eachStepIsAudited() {
        apply(everything());

        assertThat(audited())
                .containsExactlyInAnyOrder(
                        "role.create",
                        "organization.create",
                        "organization-member.add",
                        "workspace.create",
                        "member.add",
                        "member.add");
    }

    @Test
    void whatDiffersIsChanged() {
        Role curator = given.role("Curator", RosterPermission.DATASET_READ);
        Workspace legal = given.workspace("legal");
        given.user("ada").in(given.organization(), PredefinedRole.VIEWER.role()).in(legal, PredefinedRole.ADMIN.role());

        Plan done = apply(new Declaration(
                List.of(role("curator", RosterPermission.DATASET_READ, RosterPermission.DATASET_DELETE)),
                List.of(new DeclaredOrganization(
                        new OrganizationName("DEFAULT"),
                        Change.to(" All of us\nand more\n"),
                        List.of(member("ada")),
                        List.of(new DeclaredWorkspace(
                                new WorkspaceName("Legal"),
                                Change.to("Legal team"),
                                Change.to(" Contracts\n"),
                                List.of(member("ada", "CURATOR"))))))));

        assertThat(done.steps())
                .containsExactly(
                        step(Action.CHANGE, Kind.ROLE, "Curator", null)
                                .with("permissions", "dataset:read", "dataset:read dataset:delete"),
                        step(Action.CHANGE, Kind.ORGANIZATION, "default", null)
                                .with("description", null, "All of us\nand more"),
                        step(Action.CHANGE, Kind.ORGANIZATION_MEMBER, "ada", "default")
                                .with("role", "viewer", null),
                        step(Action.CHANGE, Kind.WORKSPACE, "legal", "default")
                                .with("title", null, "Legal team")
                                .with("description", null, "Contracts"),
                        step(Action.CHANGE, Kind.WORKSPACE_MEMBER, "ada", "legal")
                                .with("role", "admin", "Curator"));
        assertThat(ports.roles().get(curator.id()).permissions().stream()).hasSize(2);
        assertThat(stored("default").description()).isEqualTo("All of us\nand more");
        assertThat(members(stored("default"))).containsExactly("olga:null", "ada:null");
        assertThat(storedWorkspace("legal").title()).isEqualTo("Legal team");
        assertThat(storedWorkspace("legal").description()).isEqualTo("Contracts");
        assertThat(members(legal)).containsExactly("ada:Curator");
    }

    @Test
    void whatIsNotMentionedStays() {
        Workspace legal = given.workspace("legal");
        given.user("ada").in(given.organization(), PredefinedRole.VIEWER.role()).in(legal);
        apply(of(described("default", "All of us")));
        apply(of(organization("default", null, titled("legal", Change.to("Legal team")))));

        Plan done = prune(of(organization("default", null, titled("legal", Change.none()))));

        assertThat(done.steps()).isEmpty();
        assertThat(stored("default").description()).isEqualTo("All of us");
        assertThat(storedWorkspace("legal").title()).isEqualTo("Legal team");
        assertThat(members(legal)).containsExactly("ada:null");
    }

    @Test
    void nothingClearsATitle() {
        given.workspace("legal");
        apply(of(organization("default", null, titled("legal", Change.to("Legal team")))));

        Plan done = apply(of(organization("default", null, titled("legal", Change.toNothing()))));

        assertThat(done.steps())
                .containsExactly(
                        step(Action.CHANGE, Kind.WORKSPACE, "legal", "default").with("title", "Legal team", null));
        assertThat(storedWorkspace("legal").title()).isNull();
    }

    @Test
    void nobodyLeavesUnlessPruned() {
        Workspace legal = given.workspace("legal");
        given.user("ada").in(given.organization()).in(legal);
        Declaration nobody = of(organization("default", List.of(member("olga")), workspace("legal")));

        Plan kept = apply(nobody);
        List<String> before = members(legal);
        Plan pruned = prune(nobody);

        assertThat(kept.steps()).isEmpty();
        assertThat(before).containsExactly("ada:null");
        assertThat(pruned.steps())
                .containsExactly(
                        step(Action.REMOVE, Kind.WORKSPACE_MEMBER, "ada", "legal"),
                        step(Action.REMOVE, Kind.ORGANIZATION_MEMBER, "ada", "default"));
        assertThat(members(legal)).isEmpty();
        assertThat(members(given.organization())).containsExactly("olga:null");
    }

    @Test
    void pruningSparesWhoIsNamedForAWorkspace() {
        Workspace legal = given.workspace("legal");
        given.user("ada").in(given.organization()).in(legal);

        Plan done = prune(of(organization("default", List.of(member("olga")), workspace("legal", member("ada")))));

        assertThat(done.steps()).isEmpty();
        assertThat(members(legal)).containsExactly("ada:null");
    }

    @Test
    void manyMembersAreSeenBehindTheFirstPage() {
        Workspace legal = given.workspace("legal");
        ports.transactions()
                .inTransaction(() -> IntStream.range(0, PageRequest.MOST + 5)
                        .forEach(number -> given.user("user-" + number).in(legal)));

        Plan done = plan(of(organization("default", null, workspace("legal", member("user-1004")))));

        assertThat(done.steps()).isEmpty();
    }

    @Test
    void allFaultsAreFoundWithTheirPaths() {
        given.user("ada").email("ada@lab.example");
        given.workspace("birds", given.organization("zoo"));

        Plan plan = plan(new Declaration(
                List.of(
                        role("curator", new RegisteredPermission("shop:BUY")),
                        DeclaredRole.named(new RoleName("empty")),
                        role("OWNER", RosterPermission.DATASET_READ)),
                List.of(
                        organization(
                                "lab",
                                List.of(
                                        member("ada"),
                                        member("ada@lab.example"),
                                        member("nobody"),
                                        member("olga", "owner")),
                                workspace("legal", member("olga", "juggler")),
                                workspace("Birds"),
                                workspace("LEGAL")),
                        organization("Lab", null))));

        assertThat(plan.faults())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("unknown")
                .containsExactly(
                        fault("unknown permission `shop:BUY`, it is not registered", "roles", "curator"),
                        fault("a role needs at least one permission", "roles", "empty"),
                        fault(
                                "`owner` is predefined and cannot be changed or deleted; create a custom role",
                                "roles",
                                "OWNER"),
                        fault(
                                "`ada` and `ada@lab.example` are the same user, name them once",
                                "organizations",
                                "lab",
                                "members",
                                "ada@lab.example"),
                        fault("no user `nobody`", "organizations", "lab", "members", "nobody"),
                        fault(
                                "owner is an account role and cannot be held in a single place",
                                "organizations",
                                "lab",
                                "members",
                                "olga"),
                        fault(
                                "unknown role `juggler`, declare it under `roles`",
                                "organizations",
                                "lab",
                                "workspaces",
                                "legal",
                                "members",
                                "olga"),
                        fault(
                                "workspace `Birds` is in another organization, and workspaces do not move",
                                "organizations",
                                "lab",
                                "workspaces",
                                "Birds"),
                        fault("workspace `LEGAL` is declared twice", "organizations", "lab", "workspaces", "LEGAL"),
                        fault("organization `Lab` is declared twice", "organizations", "Lab"));
        assertThat(plan.faults())
                .extracting(Fault::unknown)
                .filteredOn(Objects::nonNull)
                .containsExactly(
                        new UnknownName("permissions", "shop:BUY"),
                        new UnknownName("user", "nobody"),
                        new UnknownName("role", "juggler"));
    }

    private static Fault fault(String reason, String... path) {
        return new Fault(Arrays.asList(path), reason);
    }

    @Test
    void aStepThatIsRefusedIsAFaultWhereItIsDeclared() {
        Declaration demoted = users(user("olga").withRole(new RoleName("admin")));

        Plan plan = plan(demoted);

        assertThat(plan.faults()).extracting(Fault::path).containsExactly(List.of("users", "olga"));
        assertThat(plan.faults())
                .extracting(Fault::reason)
                .containsExactly(refusal(demoted).getMessage());
    }

    @Test
    void faultyDeclarationIsNotApplied() {
        RefusedException refused = refusal(of(organization("research", List.of(member("nobody")))));

        assertThat(refused).hasMessage("organizations/research/members/nobody: no user `nobody`");
        assertThat(refused.kind()).isEqualTo(RefusedException.Kind.INVALID);
        assertThat(ports.organizations().findByName(NameKey.of("research"))).isEmpty();
    }

    @Test
    void refusalInTheMiddleUndoesEverything() {
        given.user("ada");
        Role organizer = given.role(
                "organizer",
                RosterPermission.INSTANCE_CONFIGURE,
                RosterPermission.USER_READ,
                RosterPermission.ROLE_READ,
                RosterPermission.ORGANIZATION_CREATE);
        Caller notQuite = Caller.user(given.user("oskar").role(organizer).user(), Origin.of(Door.API));
        Declaration declaration = of(organization("research", List.of(member("ada"))));
        int events = audited().size();

        RefusedException refused = catchThrowableOfType(
                RefusedException.class,
                () -> apply.handle(notQuite, new ApplyDeclaration.Command(declaration, false, null)));

        assertThat(refused.kind()).isEqualTo(RefusedException.Kind.FORBIDDEN);
        assertThat(refused.missing()).isEqualTo("member:add");
        assertThat(ports.organizations().findByName(NameKey.of("research"))).isEmpty();
        assertThat(audited()).hasSize(events);
    }

    @Test
    void onlyWhoConfiguresTheInstanceMayAsk() {
        given.workspace("legal");
        Declaration declaration = of(organization("default", null, workspace("legal")));
        Role reader = given.role("reader", RosterPermission.USER_READ, RosterPermission.ROLE_READ);
        Role setter = given.role("setter", RosterPermission.INSTANCE_CONFIGURE, RosterPermission.ROLE_READ);

        assertThat(missing(reader, declaration)).isEqualTo("instance:configure");
        assertThat(missing(setter, declaration)).isEqualTo("user:read");
    }

    @Test
    void planTellsNothingOfPlacesThatTheCallerMayNotRead() {
        given.workspace("legal");
        Permission[] asking = {
            RosterPermission.INSTANCE_CONFIGURE, RosterPermission.USER_READ, RosterPermission.ROLE_READ
        };
        Role outsider = given.role("outsider", asking);

        assertThat(missing(outsider, of(organization("default", null)))).isEqualTo("organization:read");
        assertThat(missing(outsider, of(organization("elsewhere", null, workspace("legal")))))
                .isEqualTo("workspace:read");
    }

    private @Nullable String missing(Role role, Declaration declaration) {
        Caller other = Caller.user(
                given.user("holder of " + role.name()
                                + declaration.organizations().get(0).name())
                        .role(role)
                        .user(),
                Origin.of(Door.API));
        return catchThrowableOfType(RefusedException.class, () -> apply.plan(other, declaration, false))
                .missing();
    }

    @Test
    void otherStepsThanAgreedAreNotDone() {
        GivenUser ada = given.user("ada");
        Declaration declaration = of(organization("default", List.of(member("ada"))));
        List<Step> agreed = plan(declaration).steps();
        ada.in(given.organization(), PredefinedRole.VIEWER.role());

        RefusedException refused = catchThrowableOfType(
                RefusedException.class,
                () -> apply.handle(caller, new ApplyDeclaration.Command(declaration, false, agreed)));

        assertThat(refused.kind()).isEqualTo(RefusedException.Kind.CONFLICT);
        assertThat(members(given.organization())).containsExactly("olga:null", "ada:viewer");
        assertThat(apply.handle(
                                caller,
                                new ApplyDeclaration.Command(
                                        declaration, false, plan(declaration).steps()))
                        .steps())
                .extracting(Step::changes)
                .containsExactly(Map.of("role", new Difference("viewer", null)));
    }

    private static Expectation expectation(String user, boolean allowed, Permission permission, String workspace) {
        return new Expectation(
                user + (allowed ? " may " : " may not ") + permission.key() + " " + workspace,
                user,
                allowed,
                permission,
                Target.Kind.WORKSPACE,
                workspace);
    }

    @Test
    void whatWouldNotHoldUndoesEverything() {
        given.user("ada");
        Workspace legal = given.workspace("legal");
        DeclaredOrganization wanted = organization("default", null, workspace("legal", member("ada", "viewer")));
        Declaration declaration = new Declaration(
                List.of(),
                List.of(),
                List.of(wanted),
                List.of(
                        expectation("ada", true, RosterPermission.WORKSPACE_READ, "legal"),
                        expectation("ada", true, RosterPermission.MEMBER_ADD, "legal")));
        int events = audited().size();

        RefusedException refused = refusal(declaration);
        Plan plan = plan(declaration);

        assertThat(refused.kind()).isEqualTo(RefusedException.Kind.CONFLICT);
        assertThat(refused.field()).isEqualTo("expect");
        assertThat(refused.reason()).contains("`ada may member:add legal`", "nothing was done");
        assertThat(plan.faults())
                .extracting(Fault::path)
                .containsExactly(List.of("expect", "ada may member:add legal"));
        assertThat(members(legal)).isEmpty();
        assertThat(audited()).hasSize(events);
    }

    @Test
    void planTellsWhoGainsAndLosesWhatAndChangesNothing() {
        given.user("ada").in(given.organization());
        Workspace legal = given.workspace("legal");
        int events = audited().size();

        Plan plan = plan(of(organization("default", null, workspace("legal", member("ada", "viewer")))));

        assertThat(plan.consequences()).isNotEmpty().allSatisfy(consequence -> {
            assertThat(consequence.user()).isEqualTo("ada");
            assertThat(consequence.effect().place()).isEqualTo(Target.of(legal));
            assertThat(consequence.effect().gained()).contains(RosterPermission.DATASET_READ);
            assertThat(consequence.effect().lost()).isEmpty();
        });
        assertThat(members(legal)).isEmpty();
        assertThat(audited()).hasSize(events);
    }

    private static DeclaredUser user(String username) {
        return DeclaredUser.named(new Username(username));
    }

    private static Declaration users(DeclaredUser... users) {
        return new Declaration(List.of(), List.of(users), List.of());
    }

    /** As a first start has it: people, and what they are members of, in one file. */
    private static Declaration firstPeople() {
        return new Declaration(
                List.of(role("curator", RosterPermission.DATASET_READ)),
                List.of(
                        user("ona")
                                .withEmail(new EmailAddress("ona@lab.example"))
                                .withRole(new RoleName("Owner"))
                                .withPassword(Password.chosen("correct horse battery")),
                        user("adam")
                                .withRole(new RoleName("admin"))
                                .withToken(UserToken.of("adams-token-with-thirty-two-characters")),
                        user("ann")),
                List.of(
                        organization("default", List.of(member("ona@lab.example", "manager"), member("ann"))),
                        organization(
                                "research", List.of(member("adam")), workspace("legal", member("ann", "curator")))));
    }

    @Test
    void usersAreCreatedWithWhatTheyLogInWithAndBecomeMembers() {
        Plan plan = plan(firstPeople());
        Plan done = apply(firstPeople());

        assertThat(plan.faults()).isEmpty();
        assertThat(done).isEqualTo(plan);
        assertThat(done.steps())
                .contains(
                        step(Action.ADD, Kind.USER, "ona", null)
                                .with("email", null, "ona@lab.example")
                                .with("role", null, "owner"),
                        step(Action.ADD, Kind.USER, "ann", null).with("role", null, "annotator"));
        UseCases useCases = UseCases.over(ports, fakes.clock());
        assertThat(useCases.get(LogIn.class)
                        .handle(new LogIn.Command(
                                "ona@lab.example", Password.attempted("correct horse battery"), Origin.of(Door.API)))
                        .user()
                        .role()
                        .isOwner())
                .isTrue();
        assertThat(useCases.get(Authenticate.class)
                        .handle(new SecretText("adams-token-with-thirty-two-characters"), Origin.of(Door.API))
                        .user())
                .extracting(User::username)
                .hasToString("adam");
        assertThat(members(stored("default"))).contains("ona:manager", "ann:null", "adam:null");
        assertThat(members(stored("research"))).containsExactlyInAnyOrder("adam:null", "ann:null");
        assertThat(members(storedWorkspace("legal"))).containsExactly("ann:curator");
        assertThat(apply(firstPeople()).steps()).isEmpty();
    }

    @Test
    void ofUsersThatAreThereTheRoleAloneIsChanged() {
        given.user("ada").email("ada@lab.example").token("her-own-token");
        Declaration changed = users(user("ADA")
                .withEmail(new EmailAddress("other@lab.example"))
                .withRole(new RoleName("admin"))
                .withToken(UserToken.of("another-token")));

        assertThat(apply(changed).steps())
                .containsExactly(step(Action.CHANGE, Kind.USER, "ada", null).with("role", "annotator", "admin"));

        User ada = ports.users().findByLogin(NameKey.of("ada@lab.example")).orElseThrow();
        assertThat(ada.role().name()).hasToString("admin");
        assertThat(UseCases.over(ports, fakes.clock())
                        .get(Authenticate.class)
                        .handle(new SecretText("her-own-token"), Origin.of(Door.API))
                        .user())
                .extracting(User::id)
                .isEqualTo(ada.id());
        assertThat(apply(users(user("ada"))).steps()).isEmpty();
    }

    @Test
    void usersThatCannotBeAreFaults() {
        given.user("ada").email("ada@lab.example");

        Plan plan = plan(users(
                user("bob").withRole(new RoleName("juggler")),
                user("cid").withEmail(new EmailAddress("ADA@lab.example")),
                user("eve"),
                user("Eve")));

        assertThat(plan.faults())
                .containsExactly(
                        new Fault(
                                List.of("users", "bob"),
                                "unknown role `juggler`, declare it under `roles`",
                                new UnknownName("role", "juggler")),
                        new Fault(List.of("users", "cid"), "`ADA@lab.example` is the address of user `ada` already"),
                        new Fault(List.of("users", "Eve"), "user `Eve` is declared twice"));
    }

    @Test
    void passwordsThatWouldBeRefusedAreFaultsOfNewUsersAlone() {
        given.user("ada");
        ApplyDeclaration picky = UseCases.over(ports, fakes.clock(), (wanted, about) -> {
                    throw RefusedException.invalid("password", "choose another");
                })
                .get(ApplyDeclaration.class);
        Password password = Password.chosen("correct horse battery");

        Plan plan = picky.plan(
                caller,
                users(user("ada").withPassword(password), user("bob").withPassword(password), user("eve")),
                false);

        assertThat(plan.faults()).containsExactly(fault("choose another", "users", "bob"));
    }

    @Test
    void whoMayNotCreateUsersDoesNotGetThemThisWay() {
        Caller ada = Caller.user(given.user("ada").user(), Origin.of(Door.API));

        RefusedException refused = catchThrowableOfType(
                RefusedException.class,
                () -> apply.handle(ada, new ApplyDeclaration.Command(firstPeople(), false, null)));

        assertThat(refused.kind()).isEqualTo(RefusedException.Kind.FORBIDDEN);
        assertThat(ports.users().findByLogin(NameKey.of("ona"))).isEmpty();
    }
}
