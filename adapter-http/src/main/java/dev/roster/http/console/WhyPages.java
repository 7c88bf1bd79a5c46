package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Decide;
import dev.roster.application.access.WhatMay;
import dev.roster.application.organization.FindOrganization;
import dev.roster.application.paging.Page;
import dev.roster.application.role.ListPermissions;
import dev.roster.application.user.FindUser;
import dev.roster.application.workspace.FindWorkspace;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Denial;
import dev.roster.domain.access.Entitlement;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.Uuids;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.http.console.view.AccessView;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.WhyView;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.QueryParameters;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** May somebody do that there, and why; and all that somebody may do. */
final class WhyPages implements ConsolePages {
    private static final String PATH = "/why";
    private static final List<String> FIELDS = List.of("user", "permission", "kind", "place");
    private static final List<Target.Kind> KINDS = List.of(
            Target.Kind.WORKSPACE,
            Target.Kind.ORGANIZATION,
            Target.Kind.DATASET,
            Target.Kind.USER,
            Target.Kind.INSTANCE);

    private final Decide decide;
    private final WhatMay whatMay;
    private final ListPermissions listPermissions;
    private final FindWorkspace findWorkspace;
    private final FindOrganization findOrganization;
    private final FindUser findUser;
    private final May may;
    private final Screens screens;

    @Inject
    WhyPages(
            Decide decide,
            WhatMay whatMay,
            ListPermissions listPermissions,
            FindWorkspace findWorkspace,
            FindOrganization findOrganization,
            FindUser findUser,
            May may,
            Screens screens) {
        this.decide = decide;
        this.whatMay = whatMay;
        this.listPermissions = listPermissions;
        this.findWorkspace = findWorkspace;
        this.findOrganization = findOrganization;
        this.findUser = findUser;
        this.may = may;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, this::ask).producing(MediaTypes.HTML);
        routes.get("/people/{user}/access", this::access).producing(MediaTypes.HTML);
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(MenuEntry.forEverybody(85, MenuEntry.Section.PLACES, "menu.why", PATH, "why"));
    }

    private void ask(Call call) {
        Map<String, String> typed = new LinkedHashMap<>();
        FIELDS.forEach(field -> typed.put(field, given(call.query(), field)));
        String permission = typed.getOrDefault("permission", "");
        if (permission.isEmpty()) {
            screens.show(call, view(call, FormView.of(typed), null, null));
            return;
        }
        try {
            User user = subject(call.caller(), typed.getOrDefault("user", ""));
            Decision decision = decide(call.caller(), user, Permission.parse(permission), typed);
            screens.show(call, view(call, FormView.of(typed), answer(decision), accessOf(call, user)));
        } catch (RefusedException refusal) {
            screens.show(call.context(), 422, view(call, refused(typed, refusal), null, null));
        }
    }

    private static String given(QueryParameters query, String field) {
        String text = query.textOrEmpty(field);
        return text == null ? "" : text.strip();
    }

    /** Whom it is about, or null for the caller. */
    private @Nullable User subject(Caller caller, String login) {
        return login.isEmpty() ? null : findUser.byLogin(caller, login);
    }

    private Decision decide(Caller caller, @Nullable User user, Permission permission, Map<String, String> typed) {
        Target.Ref target = target(caller, typed.getOrDefault("kind", ""), typed.getOrDefault("place", ""));
        Decide.Query query = Decide.Query.own(List.of(new Decide.Question(permission, target)))
                .withUser(user == null ? null : user.id());
        return decide.handle(caller, query).get(0);
    }

    private Target.Ref target(Caller caller, String word, String named) {
        Target.Kind kind = KINDS.stream()
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElse(Target.Kind.INSTANCE);
        if (kind == Target.Kind.INSTANCE) {
            return Target.Ref.instance();
        }
        if (named.isEmpty()) {
            throw RefusedException.invalid("place", "enter the " + word + " to check");
        }
        return new Target.Ref(kind, Uuids.isUuid(named) ? UUID.fromString(named) : byName(caller, kind, named));
    }

    private UUID byName(Caller caller, Target.Kind kind, String name) {
        return switch (kind) {
            case WORKSPACE -> findWorkspace.byName(caller, name).id().value();
            case ORGANIZATION -> findOrganization.byName(caller, name).id().value();
            case USER -> findUser.byLogin(caller, name).id().value();
            case DATASET, ROLE, INSTANCE ->
                throw RefusedException.invalid("place", "give the id of the dataset, which is shown on its page");
        };
    }

    private static WhyView.Answer answer(Decision decision) {
        Denial denial = decision.denial();
        return new WhyView.Answer(
                decision.isAllowed(),
                TypedForm.sentence(decision.reason()),
                denial == null ? List.of() : denial.roles());
    }

    /** What is wrong stands beside the field that it is about. */
    private static FormView refused(Map<String, String> typed, RefusedException refusal) {
        String sentence = TypedForm.sentence(refusal.reason());
        String field = refusal.field();
        boolean isPlace = Set.of("workspace", "organization").contains(String.valueOf(field));
        if (field != null && (FIELDS.contains(field) || isPlace)) {
            return new FormView(typed, Map.of(), Map.of(isPlace ? "place" : field, sentence), null);
        }
        return new FormView(typed, Map.of(), Map.of(), sentence);
    }

    private WhyView view(Call call, FormView form, WhyView.@Nullable Answer answer, @Nullable String access) {
        return new WhyView(
                form,
                may.everywhere(call.caller(), RosterPermission.USER_READ),
                listPermissions.handle(call.caller()).stream()
                        .map(listed -> Permissions.shown(listed.permission()))
                        .map(shown -> new WhyView.Option(shown.key(), shown.text()))
                        .toList(),
                KINDS.stream()
                        .map(kind -> new WhyView.Option(kind.word(), "place." + kind.word()))
                        .toList(),
                answer,
                access);
    }

    private static @Nullable String accessOf(Call call, @Nullable User user) {
        return user == null ? null : Site.pathOf(call.context()) + "/people/" + user.id() + "/access";
    }

    private void access(Call call) {
        User user = findUser.handle(call.caller(), call.path("user", UserId::parse));
        Page<Entitlement> held = whatMay.handle(call.caller(), user.id(), Paged.of(call));
        screens.show(
                call,
                new AccessView(
                        People.shown(user, People.picture(Site.pathOf(call.context()), user)),
                        held.items().stream().map(WhyPages::row).toList(),
                        Paged.pager(call, held)));
    }

    private static AccessView.Row row(Entitlement held) {
        Target place = held.place();
        return new AccessView.Row(
                held.holding().role().name().value(),
                "access.source." + held.holding().source().word(),
                "place." + place.kind().word(),
                place.kind() == Target.Kind.INSTANCE ? null : place.label(),
                Permissions.shown(held.permissions()),
                Permissions.shown(held.onOpenDatasets()),
                held.inWorkspaces(),
                held.onRestricted());
    }
}
