package dev.roster.http.console;

import dev.roster.application.ProfileChange;
import dev.roster.application.credential.GiveTemporaryPassword;
import dev.roster.application.credential.SendPasswordLink;
import dev.roster.application.user.CreateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Password;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.User;
import dev.roster.domain.user.Username;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.HandOverView;
import dev.roster.http.console.view.NewPersonView;
import dev.roster.http.console.view.OptionView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Creates an account that is active at once. */
final class NewPersonPages implements ConsolePages {
    private static final String PATH = "/people/new";
    private static final String MAIL = "mail";
    private static final String TEMPORARY = "temporary";
    private static final String TYPED = "typed";
    private static final List<OptionView> WAYS = List.of(
            OptionView.worded(TEMPORARY, "create.way.temporary"),
            OptionView.worded(MAIL, "create.way.mail"),
            OptionView.worded(TYPED, "create.way.typed"));
    private static final Set<String> FIELDS =
            Set.of("username", "email", "first_name", "last_name", "role", "password");

    private final CreateUser createUser;
    private final SendPasswordLink sendLink;
    private final GiveTemporaryPassword giveTemporary;
    private final Choices choices;
    private final May may;
    private final Screens screens;
    private final Times times;

    @Inject
    NewPersonPages(
            CreateUser createUser,
            SendPasswordLink sendLink,
            GiveTemporaryPassword giveTemporary,
            Choices choices,
            May may,
            Screens screens,
            Times times) {
        this.createUser = createUser;
        this.sendLink = sendLink;
        this.giveTemporary = giveTemporary;
        this.choices = choices;
        this.may = may;
        this.screens = screens;
        this.times = times;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, this::show).producing(MediaTypes.HTML);
        routes.post(PATH, this::create).producing(MediaTypes.HTML);
    }

    private void show(Call call) {
        if (!may.everywhere(call.caller(), RosterPermission.USER_CREATE)) {
            throw RefusedException.forbidden("you may not create accounts", RosterPermission.USER_CREATE.key());
        }
        screens.show(call, view(call, FormView.EMPTY));
    }

    private NewPersonView view(Call call, FormView form) {
        return new NewPersonView(form, choices.roles(call.caller()), WAYS);
    }

    private void create(Call call) {
        TypedForm form = TypedForm.of(call);
        Field<Username> username = form.value("username", Username::new);
        Field<EmailAddress> email = form.optional("email", EmailAddress::new);
        Field<PersonName> first = form.optional("first_name", ProfileField.FIRST_NAME::parse);
        Field<PersonName> last = form.optional("last_name", ProfileField.LAST_NAME::parse);
        Field<String> role = form.optional("role", Function.identity());
        String way = form.text("way");
        Field<Password> password = way.equals(TYPED) ? form.secret("password", Password::chosen) : Field.none();
        if (way.equals(MAIL) && email.orNull() == null) {
            form.refuse("email", "Fill this in to send a link.");
        }
        if (!form.isRight()) {
            screens.again(call, TypedForm.of(call), view(call, form.view()));
            return;
        }
        CreateUser.Command named = CreateUser.Command.named(username.get());
        ProfileChange names = ProfileChange.none()
                .withGiven(ProfileField.FIRST_NAME, first.orNull())
                .withGiven(ProfileField.LAST_NAME, last.orNull());
        create(
                call,
                form,
                way,
                named.withEmail(email.orNull())
                        .withProfile(names.applyTo(named.profile()))
                        .withRole(role.orNull())
                        .withPassword(password.orNull()));
    }

    private void create(Call call, TypedForm form, String way, CreateUser.Command command) {
        User user;
        try {
            user = createUser.handle(call.caller(), command).user();
        } catch (RefusedException refusal) {
            Refusals.note(form, refusal, FIELDS);
            screens.again(call, TypedForm.of(call), view(call, form.view()));
            return;
        }
        String page = "/people/" + user.id();
        switch (way) {
            case MAIL -> {
                sendLink.handle(call.caller(), user.id());
                screens.moveOn(call, page, "person.created.mailed");
            }
            case TEMPORARY -> screens.show(call, handOver(giveTemporary.handle(call.caller(), user.id()), page));
            default -> screens.moveOn(call, page, "person.created");
        }
    }

    private HandOverView handOver(GiveTemporaryPassword.Given given, String page) {
        return new HandOverView(
                "temporary.",
                given.user().shownName(),
                List.of(
                        new HandOverView.Secret(
                                "create.username", given.user().username().value()),
                        new HandOverView.Secret(
                                "temporary.password", given.password().reveal())),
                times.shown(given.until()),
                page);
    }
}
