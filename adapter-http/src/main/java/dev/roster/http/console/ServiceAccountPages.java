package dev.roster.http.console;

import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.credential.AskKeys;
import dev.roster.application.credential.CreateServiceAccount;
import dev.roster.application.credential.CreateServiceAccount.OrganizationPlace;
import dev.roster.application.credential.CreateServiceAccount.WorkspacePlace;
import dev.roster.application.credential.KeyIssuer;
import dev.roster.application.credential.ListApiKeys;
import dev.roster.application.paging.Page;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.workspace.FindWorkspace;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.HandOverView;
import dev.roster.http.console.view.NewServiceAccountView;
import dev.roster.http.console.view.PagerView;
import dev.roster.http.console.view.PersonDetailsView.Action;
import dev.roster.http.console.view.ServiceAccountsView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Accounts for programs: which keys there are, and another account with its first one. */
final class ServiceAccountPages implements ConsolePages {
    static final String PATH = "/service-accounts";

    private static final Set<String> FIELDS =
            Set.of("username", "display_name", "role", "workspaces", "name", "expires_at");

    private final ListApiKeys listApiKeys;
    private final CreateServiceAccount create;
    private final AskKeys askKeys;
    private final FindWorkspace findWorkspace;
    private final Choices choices;
    private final May may;
    private final Screens screens;
    private final Times times;
    private final Now now;

    @Inject
    ServiceAccountPages(
            ListApiKeys listApiKeys,
            CreateServiceAccount create,
            AskKeys askKeys,
            FindWorkspace findWorkspace,
            Choices choices,
            May may,
            Screens screens,
            Times times,
            Now now) {
        this.listApiKeys = listApiKeys;
        this.create = create;
        this.askKeys = askKeys;
        this.findWorkspace = findWorkspace;
        this.choices = choices;
        this.may = may;
        this.screens = screens;
        this.times = times;
        this.now = now;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, this::list).producing(MediaTypes.HTML);
        routes.get(PATH + "/new", this::ask).producing(MediaTypes.HTML);
        routes.post(PATH + "/new", this::create).producing(MediaTypes.HTML);
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(40, MenuEntry.Section.PLACES, "menu.service-accounts", PATH, "robot", this::mayCreate));
    }

    private boolean mayCreate(Caller caller) {
        return may.everywhere(caller, RosterPermission.SERVICE_KEY_CREATE)
                || !choices.workspaces(caller, RosterPermission.SERVICE_KEY_CREATE)
                        .isEmpty();
    }

    private void list(Call call) {
        Caller caller = call.caller();
        String chosen = Objects.requireNonNullElse(call.query().textOrEmpty("workspace"), "")
                .strip();
        Page<ApiKeys.Owned> page = listApiKeys.handle(caller, query(caller, chosen), call.page());
        Map<UserId, AskKeys.Answer> theirs = askKeys.handle(
                caller, page.items().stream().map(ApiKeys.Owned::user).collect(Collectors.toSet()));
        String here =
                Site.pathOf(call.context()) + (chosen.isEmpty() ? PATH : Screens.withQuery(PATH, "workspace", chosen));
        String next = call.next(page);
        screens.show(
                call,
                new ServiceAccountsView(
                        page.items().stream()
                                .map(owned -> row(call, owned, theirs))
                                .toList(),
                        new PagerView(
                                call.query().text("cursor") == null ? null : here,
                                next == null ? null : Screens.withQuery(here, "cursor", next)),
                        mayCreate(caller),
                        FormView.of(chosen.isEmpty() ? Map.of() : Map.of("workspace", chosen)),
                        Choices.options(choices.workspaces(caller, RosterPermission.SERVICE_KEY_READ))));
    }

    /** Those of a workspace, all of them, or where the caller may not see those, the ones that they made. */
    private ListApiKeys.Query query(Caller caller, String workspace) {
        ListApiKeys.Query services = ListApiKeys.Query.all().withKind(UserKind.SERVICE);
        if (!workspace.isEmpty()) {
            return services.withWorkspace(WorkspaceId.parse(workspace));
        }
        User user = caller.user();
        return user == null || may.everywhere(caller, RosterPermission.USER_UPDATE)
                ? services
                : services.withCreator(user.id());
    }

    private ServiceAccountsView.Row row(Call call, ApiKeys.Owned owned, Map<UserId, AskKeys.Answer> theirs) {
        ApiKey key = owned.key();
        Instant at = now.get();
        return new ServiceAccountsView.Row(
                PeopleRows.shown(call, owned.user(), false),
                key.hint(),
                key.name(),
                PersonDetails.status(key.statusAt(at)),
                times.shown(key.createdAt()),
                times.ifAny(key.lastUsedAt()),
                times.ifAny(key.expiresAt()),
                actions(owned, at, theirs.get(owned.user().id())));
    }

    private static List<Action> actions(ApiKeys.Owned owned, Instant at, AskKeys.@Nullable Answer may) {
        String account = PATH + "/" + owned.user().id();
        String key = account + "/keys/" + owned.key().id();
        List<Action> actions = new ArrayList<>();
        if (may != null && may.make()) {
            if (owned.key().isUsable(at)) {
                actions.add(new Action("service.refresh", key + "/refresh", "copy", false));
            }
            actions.add(new Action("service.another", account + "/new-key", "add", false));
        }
        if (may != null && may.end() && owned.key().isUsable(at)) {
            actions.add(new Action("service.revoke", key + "/revoke", "remove", true));
        }
        return actions;
    }

    private void ask(Call call) {
        if (!mayCreate(call.caller())) {
            throw RefusedException.forbidden(
                    "you may not create service accounts", RosterPermission.SERVICE_KEY_CREATE.key());
        }
        screens.show(call, view(call, FormView.of(Map.of("expires_at", KeyEnds.USUAL))));
    }

    private NewServiceAccountView view(Call call, FormView form) {
        Caller caller = call.caller();
        return new NewServiceAccountView(
                form,
                choices.roles(caller),
                Choices.options(choices.workspaces(caller, RosterPermission.SERVICE_KEY_CREATE)),
                choices.rolesForPlaces(caller),
                KeyEnds.OPTIONS);
    }

    private void create(Call call) {
        TypedForm form = TypedForm.of(call);
        Field<Username> username = form.value("username", Username::new);
        Field<PersonName> shown = form.optional("display_name", ProfileField.DISPLAY_NAME::parse);
        Field<String> role = form.optional("role", Function.identity());
        Field<String> placeRole = form.optional("place_role", Function.identity());
        Field<String> name = form.value("name", ApiKey::name);
        Instant end = end(form);
        List<String> chosen = form.ticked("workspace");
        if (form.isRight()) {
            try {
                KeyIssuer.Issued issued = create.handle(
                        call.caller(),
                        CreateServiceAccount.Command.of(
                                        username.get(),
                                        places(call.caller(), chosen, placeRole.orNull()),
                                        KeyIssuer.Wish.named(name.get()).withExpiresAt(end))
                                .withDisplayName(shown.orNull())
                                .withRole(role.orNull()));
                screens.show(call, handOver(issued));
                return;
            } catch (RefusedException refusal) {
                Refusals.note(form, refusal, FIELDS);
            }
        }
        screens.again(call, TypedForm.of(call), view(call, form.view()));
    }

    private @Nullable Instant end(TypedForm form) {
        return form.value("expires_at", word -> new End(KeyEnds.read(word, now.get())))
                .or(new End(null))
                .at();
    }

    private record End(@Nullable Instant at) {}

    /** Workspaces lie in organizations, which the account belongs to then, too. */
    private List<OrganizationPlace> places(Caller caller, List<String> chosen, @Nullable String role) {
        Map<OrganizationId, List<WorkspacePlace>> inside = new LinkedHashMap<>();
        for (String id : chosen) {
            WorkspaceId workspace = WorkspaceId.parse(id);
            inside.computeIfAbsent(findWorkspace.handle(caller, workspace).organization(), first -> new ArrayList<>())
                    .add(new WorkspacePlace(workspace, role));
        }
        return inside.entrySet().stream()
                .map(place -> new OrganizationPlace(place.getKey(), null, place.getValue()))
                .toList();
    }

    /** The key, which nobody sees again. */
    static HandOverView handOver(KeyIssuer.Issued issued) {
        return new HandOverView(
                "service.key.",
                issued.user().shownName(),
                List.of(new HandOverView.Secret(
                        "service.key.secret", issued.secret().reveal())),
                null,
                PATH);
    }
}
