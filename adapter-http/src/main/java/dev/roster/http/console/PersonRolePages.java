package dev.roster.http.console;

import dev.roster.application.Change;
import dev.roster.application.access.RolePreview;
import dev.roster.application.user.UpdateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.RoleChange;
import dev.roster.domain.role.Permission;
import dev.roster.domain.user.User;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.RoleSwitchView;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Another account role for somebody: first what it would mean, then the change. */
final class PersonRolePages implements ConsolePages {
    private static final String PATH = "/people/{who}/role";
    private static final String OFFER = "person.role";
    private static final String ROLE = "role";

    private final PersonFinder finder;
    private final PersonActions actions;
    private final UpdateUser updateUser;
    private final Choices choices;
    private final Screens screens;

    @Inject
    PersonRolePages(
            PersonFinder finder, PersonActions actions, UpdateUser updateUser, Choices choices, Screens screens) {
        this.finder = finder;
        this.actions = actions;
        this.updateUser = updateUser;
        this.choices = choices;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, this::preview).producing(MediaTypes.HTML);
        routes.post(PATH, this::change).producing(MediaTypes.HTML);
    }

    private RoleSwitchView view(Call call, User user, FormView form, @Nullable RolePreview preview) {
        return new RoleSwitchView(
                PeopleRows.shown(call, user, false),
                user.role().name().value(),
                form,
                choices.roles(call.caller()),
                preview == null
                        ? null
                        : preview.effects().stream()
                                .map(PersonRolePages::effect)
                                .toList(),
                preview == null ? List.of() : Permissions.ending(preview.ends()),
                "/people/" + user.id());
    }

    private void preview(Call call) {
        User user = finder.offered(call, actions, OFFER).user();
        String wanted = call.query().textOrEmpty(ROLE);
        if (wanted == null || wanted.isBlank()) {
            FormView form = FormView.of(Map.of(ROLE, user.role().id().toString()));
            screens.show(call, view(call, user, form, null));
            return;
        }
        try {
            RolePreview preview = updateUser.previewRole(call.caller(), user.id(), wanted);
            screens.show(call, view(call, user, FormView.of(Map.of(ROLE, wanted)), preview));
        } catch (RefusedException refusal) {
            if (!Refusals.isForTheForm(refusal)) {
                throw refusal;
            }
            Map<String, String> errors = Map.of(ROLE, TypedForm.sentence(refusal.reason()));
            screens.again(
                    call,
                    TypedForm.of(call),
                    view(call, user, new FormView(Map.of(ROLE, wanted), Map.of(), errors, null), null));
        }
    }

    private static RoleSwitchView.Effect effect(RoleChange.Effect effect) {
        return new RoleSwitchView.Effect(
                effect.extent().describe(effect.place()).replaceAll("`([^`]*)`", "“$1”"),
                effect.gained().stream().map(Permission::key).toList(),
                effect.lost().stream().map(Permission::key).toList());
    }

    private void change(Call call) {
        User user = finder.offered(call, actions, OFFER).user();
        TypedForm form = TypedForm.of(call);
        String wanted = form.value(ROLE, text -> text).or("");
        if (form.isRight()) {
            try {
                updateUser.handle(
                        call.caller(), UpdateUser.Command.of(user.id()).withRole(Change.to(wanted)));
            } catch (RefusedException refusal) {
                Refusals.note(form, refusal, Set.of(ROLE));
            }
        }
        if (form.isRight()) {
            screens.moveOn(call, "/people/" + user.id(), "person.role-changed");
        } else {
            screens.again(call, TypedForm.of(call), view(call, user, form.view(), null));
        }
    }
}
