package dev.roster.http.console;

import dev.roster.application.credential.GiveTemporaryPassword;
import dev.roster.application.credential.SendPasswordLink;
import dev.roster.application.membership.AddMember;
import dev.roster.application.port.People.Person;
import dev.roster.application.workspace.FindWorkspace;
import dev.roster.domain.RefusedException;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.workspace.Workspace;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.HandOverView;
import dev.roster.http.console.view.JoinView;
import dev.roster.http.console.view.PasswordWaysView;
import dev.roster.http.console.view.PersonView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes somebody a member of a workspace, and gives them another way in where they have lost theirs. */
final class PersonAccessPages implements ConsolePages {
    private final PersonFinder finder;
    private final PersonActions actions;
    private final Choices choices;
    private final FindWorkspace findWorkspace;
    private final AddMember addMember;
    private final SendPasswordLink sendLink;
    private final GiveTemporaryPassword giveTemporary;
    private final Screens screens;
    private final Times times;

    @Inject
    PersonAccessPages(
            PersonFinder finder,
            PersonActions actions,
            Choices choices,
            FindWorkspace findWorkspace,
            AddMember addMember,
            SendPasswordLink sendLink,
            GiveTemporaryPassword giveTemporary,
            Screens screens,
            Times times) {
        this.finder = finder;
        this.actions = actions;
        this.choices = choices;
        this.findWorkspace = findWorkspace;
        this.addMember = addMember;
        this.sendLink = sendLink;
        this.giveTemporary = giveTemporary;
        this.screens = screens;
        this.times = times;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/people/{who}/add", this::askPlace).producing(MediaTypes.HTML);
        routes.post("/people/{who}/add", this::add).producing(MediaTypes.HTML);
        routes.get("/people/{who}/password", this::askWay).producing(MediaTypes.HTML);
        routes.post("/people/{who}/password", this::giveWay).producing(MediaTypes.HTML);
    }

    private Person offered(Call call, String offer) {
        return finder.offered(call, actions, offer);
    }

    private static PersonView shown(Call call, User user) {
        return PeopleRows.shown(call, user, false);
    }

    private static String page(User user) {
        return "/people/" + user.id();
    }

    private void askPlace(Call call) {
        screens.show(call, places(call, offered(call, "person.add"), FormView.EMPTY));
    }

    private JoinView places(Call call, Person person, FormView form) {
        return new JoinView(
                shown(call, person.user()),
                form,
                Choices.names(choices.workspaces(call.caller(), RosterPermission.MEMBER_ADD)),
                choices.rolesForPlaces(call.caller()),
                page(person.user()));
    }

    private void add(Call call) {
        Person person = offered(call, "person.add");
        TypedForm form = TypedForm.of(call);
        Field<Workspace> workspace = form.value("workspace", name -> findWorkspace.byName(call.caller(), name));
        Field<String> role = form.optional("role", text -> text);
        if (form.isRight()) {
            try {
                addMember.handle(
                        call.caller(),
                        new AddMember.Command(
                                Place.of(workspace.get().id()), person.user().id(), role.orNull()));
            } catch (RefusedException refusal) {
                Refusals.note(form, refusal, Set.of("workspace", "role"));
            }
        }
        if (form.isRight()) {
            screens.moveOn(call, page(person.user()), "person.added");
        } else {
            screens.again(call, TypedForm.of(call), places(call, person, form.view()));
        }
    }

    private void askWay(Call call) {
        screens.show(call, ways(call, offered(call, "person.password").user(), null));
    }

    private static PasswordWaysView ways(Call call, User user, @Nullable String alert) {
        return new PasswordWaysView(
                shown(call, user), Objects.toString(user.email(), ""), user.email() != null, alert, page(user));
    }

    private void giveWay(Call call) {
        User user = offered(call, "person.password").user();
        try {
            switch (TypedForm.of(call).text("way")) {
                case "mail" -> {
                    sendLink.handle(call.caller(), user.id());
                    screens.moveOn(call, page(user), "person.mailed");
                }
                case "link" -> screens.show(call, link(sendLink.toHandOver(call.caller(), user.id())));
                default -> screens.show(call, temporary(giveTemporary.handle(call.caller(), user.id())));
            }
        } catch (RefusedException refusal) {
            if (!Refusals.isForTheForm(refusal)) {
                throw refusal;
            }
            screens.again(call, TypedForm.of(call), ways(call, user, TypedForm.sentence(refusal.reason())));
        }
    }

    private HandOverView link(SendPasswordLink.HandedOver given) {
        return new HandOverView(
                "password-link.",
                given.user().shownName(),
                List.of(new HandOverView.Secret("password-link.url", given.link())),
                times.shown(given.until()),
                page(given.user()));
    }

    private HandOverView temporary(GiveTemporaryPassword.Given given) {
        return new HandOverView(
                "temporary.",
                given.user().shownName(),
                List.of(new HandOverView.Secret(
                        "temporary.password", given.password().reveal())),
                times.shown(given.until()),
                page(given.user()));
    }
}
