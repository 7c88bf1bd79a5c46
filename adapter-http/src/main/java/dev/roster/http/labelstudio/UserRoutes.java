package dev.roster.http.labelstudio;

import dev.roster.application.access.Caller;
import dev.roster.application.membership.ListFormerMembers;
import dev.roster.application.port.FormerMembers.Former;
import dev.roster.application.port.People.Person;
import dev.roster.application.user.CreateUser;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.ListPeople;
import dev.roster.application.user.UpdateUser;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.TokenForm;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.Username;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.ListStream;
import dev.roster.http.dialect.PermissionFirst;
import dev.roster.http.dialect.TextRule;
import dev.roster.http.dialect.Translated;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fault;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people of the active organization (contract §4.2). */
final class UserRoutes implements RouteGroup {
    private static final ListStream<Map<String, Object>> USERS = ListStream.bare(Json.OBJECT);
    private static final TextRule PASSWORD = new TextRule(0, Integer.MAX_VALUE, false);

    private final ListPeople listPeople;
    private final ListFormerMembers listFormerMembers;
    private final CreateUser createUser;
    private final UpdateUser updateUser;
    private final DeleteUser deleteUser;
    private final PermissionFirst permissionFirst;
    private final ActiveOrganization active;
    private final ChosenOrganization chosen;
    private final KeptAccounts keptAccounts;
    private final Numbers numbers;
    private final ShownUsers shownUsers;

    @Inject
    UserRoutes(
            ListPeople listPeople,
            ListFormerMembers listFormerMembers,
            CreateUser createUser,
            UpdateUser updateUser,
            DeleteUser deleteUser,
            PermissionFirst permissionFirst,
            ActiveOrganization active,
            ChosenOrganization chosen,
            KeptAccounts keptAccounts,
            Numbers numbers,
            ShownUsers shownUsers) {
        this.listPeople = listPeople;
        this.listFormerMembers = listFormerMembers;
        this.createUser = createUser;
        this.updateUser = updateUser;
        this.deleteUser = deleteUser;
        this.permissionFirst = permissionFirst;
        this.active = active;
        this.chosen = chosen;
        this.keptAccounts = keptAccounts;
        this.numbers = numbers;
        this.shownUsers = shownUsers;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/users", this::list);
        routes.post("/api/users", this::create);
        routes.get("/api/users/{id}", this::show);
        routes.patch("/api/users/{id}", call -> update(call, Numbers.inPath(call, "id")));
        routes.delete("/api/users/{id}", this::delete);
        routes.patch(
                "/api/current-user", call -> update(call, Numbers.self(call).number()));
    }

    /** The whole list, whatever pages a client asks for (contract §11 line 10). */
    private void list(Call call) {
        Organization organization = active.of(call);
        if (MemberListRoutes.isYes(call, MemberListRoutes.REMOVED)) {
            USERS.answer(
                    call,
                    page -> listFormerMembers
                            .handle(call.caller(), organization.id(), page)
                            .filter(former -> !former.user().isService()),
                    left -> left.stream().map(ShownUser::masked).toList());
            return;
        }
        USERS.answer(
                call,
                page -> listPeople.ofOrganization(call.caller(), organization.id(), page),
                people -> shownUsers.of(call, users(people)));
    }

    private static List<User> users(List<Person> people) {
        return people.stream().map(Person::user).toList();
    }

    private void show(Call call) {
        long number = Numbers.inPath(call, "id");
        Json.answer(
                call,
                numbers.findMember(call, number)
                        .map(member -> shownUsers.of(call, member))
                        .or(() -> former(call, number).map(ShownUser::masked))
                        .orElseThrow(() -> Refusal.none("User")));
    }

    private Optional<Former> former(Call call, long number) {
        return Translated.on(
                Kind.FORBIDDEN,
                () -> listFormerMembers.person(call.caller(), active.of(call).id(), number),
                hidden -> Refusal.none("User"));
    }

    private void create(Call call) {
        Inputs inputs = Inputs.withAnyBody(call);
        ProfileInput profile = ProfileInput.read(inputs);
        if (inputs.value("username") == null) {
            inputs.refuse(Fault.Kind.MISSING, "", "username");
        }
        Field<EmailAddress> email = inputs.text("email", TextRule.TRIMMED, Emails::read);
        Field<Password> password = inputs.optionalText("password", PASSWORD, Password::chosen);
        AccountInput account = AccountInput.read(inputs);
        inputs.check();
        if (!account.isEmpty()) {
            // So that nobody is created of whom the rest is refused.
            permissionFirst.requireEverywhere(call.caller(), RosterPermission.USER_UPDATE);
        }
        CreateUser.Command named =
                CreateUser.Command.named(new Username(email.get().value()));
        CreateUser.Command command = named.withEmail(email.get())
                .withProfile(profile.change(named.username()).applyTo(named.profile()))
                .withPassword(password.orNull())
                .withTokenForm(TokenForm.HEX40)
                .withOrganization(active.of(call).id());
        User created = Translated.on(
                        Kind.CONFLICT,
                        () -> createUser.handle(call.caller(), command),
                        taken -> Refusal.invalid("email", ValidationErrors.TAKEN))
                .user();
        keptAccounts.put(call.caller(), created.id(), account.contents());
        Json.answer(call, 201, shownUsers.of(call, created));
    }

    private void update(Call call, long number) {
        if (!Numbers.isOwn(call, number)) {
            permissionFirst.requireEverywhere(call.caller(), RosterPermission.USER_UPDATE);
        }
        Inputs inputs = Inputs.withAnyBody(call);
        if (inputs.value("email") != null) {
            throw Refusal.of(405, "Cannot update read-only field: email");
        }
        ProfileInput profile = ProfileInput.read(inputs);
        Integer organization = inputs.optionalNumber("active_organization", 1, Integer.MAX_VALUE)
                .orNull();
        AccountInput account = AccountInput.read(inputs);
        inputs.check();
        Standings.Member member = numbers.member(call, number);
        User before = member.user();
        if (organization != null) {
            chosen.requireLive(call.caller(), before.id(), organization);
        }
        keptAccounts.put(call.caller(), before.id(), account.contents());
        UpdateUser.Command command = UpdateUser.Command.of(before.id()).withProfile(profile.change(before.username()));
        User after = updateUser.handle(call.caller(), command);
        if (organization == null) {
            Json.answer(call, shownUsers.of(call, new Standings.Member(after, member.standing())));
            return;
        }
        chosen.choose(call.caller(), before.id(), organization);
        active.forget(call);
        Json.answer(call, shownUsers.of(call, after));
    }

    /** Nobody deletes themselves, and the last owner stays: 403 like for who may delete nobody (contract §4.2). */
    private void delete(Call call) {
        Caller caller = call.caller();
        permissionFirst.requireEverywhere(caller, RosterPermission.USER_DELETE);
        User user = numbers.member(call, Numbers.inPath(call, "id")).user();
        if (caller.is(user.id())) {
            throw Refusal.of(403, "You cannot delete your own account");
        }
        Translated.on(
                Kind.CONFLICT, () -> deleteUser.handle(caller, user.id()), last -> Refusal.of(403, last.reason()));
        call.noContent();
    }
}
