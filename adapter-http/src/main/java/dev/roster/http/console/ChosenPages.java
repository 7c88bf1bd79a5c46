package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.membership.AddMember;
import dev.roster.application.user.DeactivateUser;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.workspace.FindWorkspace;
import dev.roster.domain.RefusedException;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.http.console.view.ChosenView;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.OptionView;
import dev.roster.http.console.view.OutcomesView;
import dev.roster.http.console.view.OutcomesView.Outcome;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does the same to several people, each for themselves: what stops one does not stop the others. */
final class ChosenPages implements ConsolePages {
    private static final int MOST = 100;
    private static final String PATH = "/people/selected";
    private static final String ADD = "add";

    private final PersonFinder finder;
    private final ChosenActions actions;
    private final Choices choices;
    private final FindWorkspace findWorkspace;
    private final AddMember addMember;
    private final DeactivateUser deactivate;
    private final DeleteUser delete;
    private final Screens screens;

    @Inject
    ChosenPages(
            PersonFinder finder,
            ChosenActions actions,
            Choices choices,
            FindWorkspace findWorkspace,
            AddMember addMember,
            DeactivateUser deactivate,
            DeleteUser delete,
            Screens screens) {
        this.finder = finder;
        this.actions = actions;
        this.choices = choices;
        this.findWorkspace = findWorkspace;
        this.addMember = addMember;
        this.deactivate = deactivate;
        this.delete = delete;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, this::ask).producing(MediaTypes.HTML);
        routes.post(PATH, this::act).producing(MediaTypes.HTML);
    }

    private void ask(Call call) {
        List<User> people = people(call.caller(), call.query().texts("user"));
        String action = offered(call.caller(), call.query().textOrEmpty("do"));
        if (people.isEmpty()) {
            screens.moveOn(call, "/people/", "chosen.none");
        } else {
            screens.show(call, view(call, action, people, FormView.EMPTY));
        }
    }

    /** Those who are there, and to be seen. */
    private List<User> people(Caller caller, List<String> ids) {
        if (ids.size() > MOST) {
            throw RefusedException.invalid("user", "too many people; select at most " + MOST);
        }
        return ids.stream()
                .distinct()
                .map(id -> finder.find(caller, UserId.parse(id).toString()).user())
                .toList();
    }

    private String offered(Caller caller, @Nullable String wanted) {
        return actions.of(caller).stream()
                .map(OptionView::value)
                .filter(action -> action.equals(wanted))
                .findFirst()
                .orElseThrow(() -> RefusedException.forbidden("you may not do this"));
    }

    private ChosenView view(Call call, String action, List<User> people, FormView form) {
        boolean adds = action.equals(ADD);
        return new ChosenView(
                action,
                "chosen." + action + ".",
                people.stream()
                        .map(user -> new ChosenView.Chosen(user.id().toString(), PeopleRows.shown(call, user, false)))
                        .toList(),
                form,
                adds ? Choices.names(choices.workspaces(call.caller(), RosterPermission.MEMBER_ADD)) : null,
                adds ? choices.rolesForPlaces(call.caller()) : List.of());
    }

    private void act(Call call) {
        TypedForm form = TypedForm.of(call);
        Caller caller = call.caller();
        String action = offered(caller, form.text("do"));
        List<User> people = people(caller, form.ticked("user"));
        if (!action.equals(ADD)) {
            Consumer<UserId> step = action.equals("delete")
                    ? user -> delete.handle(caller, user)
                    : user -> deactivate.handle(caller, user);
            show(call, action, people, step);
            return;
        }
        Field<Workspace> workspace = form.value("workspace", name -> findWorkspace.byName(caller, name));
        Field<String> role = form.optional("role", text -> text);
        if (!form.isRight()) {
            screens.again(call, TypedForm.of(call), view(call, action, people, form.view()));
            return;
        }
        Place place = Place.of(workspace.get().id());
        show(call, action, people, user -> addMember.handle(caller, new AddMember.Command(place, user, role.orNull())));
    }

    private void show(Call call, String action, List<User> people, Consumer<UserId> step) {
        screens.show(
                call,
                new OutcomesView(
                        "chosen." + action + ".outcome",
                        people.stream()
                                .map(user -> outcome(user, step, "chosen." + action + ".done"))
                                .toList(),
                        "/people/"));
    }

    private static Outcome outcome(User user, Consumer<UserId> step, String done) {
        try {
            step.accept(user.id());
            return Outcome.done(user.shownName(), done);
        } catch (RefusedException refusal) {
            if (!Refusals.isForTheForm(refusal)) {
                throw refusal;
            }
            return Outcome.refused(user.shownName(), TypedForm.sentence(refusal.reason()));
        }
    }
}
