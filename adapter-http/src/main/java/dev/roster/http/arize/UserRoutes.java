package dev.roster.http.arize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.credential.SendPasswordLink;
import dev.roster.application.invitation.InviteUser;
import dev.roster.application.invitation.ResendInvitation;
import dev.roster.application.port.People.Person;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.FindPerson;
import dev.roster.application.user.ListPeople;
import dev.roster.application.user.UpdateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.PersonStatus;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.UserId;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.TextRule;
import dev.roster.http.dialect.Translated;
import dev.roster.http.dialect.Words;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** People, deactivated ones aside (contract §3). */
final class UserRoutes implements RouteGroup {
    private static final int MOST_NAME = 255;
    private static final TextRule NAME = new TextRule(1, MOST_NAME, true);
    private static final Set<PersonStatus> SHOWN =
            EnumSet.of(PersonStatus.ACTIVE, PersonStatus.INVITED, PersonStatus.EXPIRED);
    private static final Words<PersonStatus> STATUSES = Words.loosely(List.copyOf(SHOWN), PersonStatus::name);
    private static final Words<InviteMode> MODES =
            Words.loosely(List.of(InviteMode.NONE, InviteMode.LINK, InviteMode.TEMPORARY_PASSWORD), UserRoutes::word);

    private final ListPeople listPeople;
    private final FindPerson findPerson;
    private final InviteUser inviteUser;
    private final UpdateUser updateUser;
    private final DeleteUser deleteUser;
    private final ResendInvitation resendInvitation;
    private final SendPasswordLink sendPasswordLink;

    @Inject
    UserRoutes(
            ListPeople listPeople,
            FindPerson findPerson,
            InviteUser inviteUser,
            UpdateUser updateUser,
            DeleteUser deleteUser,
            ResendInvitation resendInvitation,
            SendPasswordLink sendPasswordLink) {
        this.listPeople = listPeople;
        this.findPerson = findPerson;
        this.inviteUser = inviteUser;
        this.updateUser = updateUser;
        this.deleteUser = deleteUser;
        this.resendInvitation = resendInvitation;
        this.sendPasswordLink = sendPasswordLink;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/v2/users", this::list).taking("email", "status", "limit", "cursor");
        routes.post("/v2/users", this::create);
        routes.get("/v2/users/{user_id}", this::show);
        routes.patch("/v2/users/{user_id}", this::update);
        routes.delete("/v2/users/{user_id}", this::delete);
        routes.post("/v2/users/{user_id}/resend-invitation", this::resend);
        routes.post("/v2/users/{user_id}/reset-password", this::reset);
    }

    private static String word(InviteMode mode) {
        return mode == InviteMode.LINK ? "EMAIL_LINK" : mode.name();
    }

    private void list(Call call) {
        Inputs inputs = Inputs.of(call);
        String email = inputs.queryText("email", MOST_NAME);
        Set<PersonStatus> statuses = inputs.queryWords("status", STATUSES);
        inputs.check();
        ListPeople.Query query =
                ListPeople.Query.all().withEmail(email).withStatuses(statuses.isEmpty() ? SHOWN : statuses);
        Spelling spelling = Spelling.of(call);
        Envelope.answer(
                call,
                "users",
                listPeople.handle(call.caller(), query, Envelope.page(call)),
                person -> ShownUser.of(person, spelling));
    }

    private void show(Call call) {
        answer(call, 200, person(call));
    }

    private static void answer(Call call, int status, Person person) {
        Envelope.answer(call, status, ShownUser.of(person, Spelling.of(call)));
    }

    /** The one in the path; people who are deactivated are not there. */
    private Person person(Call call) {
        UserId id = id(call);
        Person person = findPerson.handle(call.caller(), id);
        if (!SHOWN.contains(person.status())) {
            throw RefusedException.notFound("user", id);
        }
        return person;
    }

    private static UserId id(Call call) {
        Inputs inputs = Inputs.of(call);
        Field<UserId> id = inputs.path("user_id", ArizeIds.USER);
        inputs.check();
        return id.get();
    }

    private void create(Call call) {
        Inputs inputs = Inputs.withStrictBody(call);
        Field<PersonName> name = inputs.text("name", NAME, PersonName::new);
        Field<EmailAddress> email = inputs.text("email", TextRule.TRIMMED, EmailAddress::new);
        Field<RoleId> role = Level.ACCOUNT.read(inputs, "role");
        Field<InviteMode> mode = inputs.word("invite_mode", MODES);
        JsonNode developer = inputs.optionalFlag("is_developer");
        inputs.check();
        InviteUser.Command wanted = InviteUser.Command.of(email.get(), mode.get());
        InviteUser.Command command = wanted.withProfile(
                        wanted.profile().with(ProfileField.DISPLAY_NAME, Change.to(name.get())))
                .withRole(role.get().toString())
                .withDeveloper(flag(developer));
        InviteUser.Invited invited = inviteUser.handle(call.caller(), command);
        answer(call, invited);
    }

    /** An invitation that was pending already is answered as a user, any other with how it was made. */
    private static void answer(Call call, InviteUser.Invited invited) {
        Spelling spelling = Spelling.of(call);
        PersonStatus status = invited.user().isActive() ? PersonStatus.ACTIVE : PersonStatus.INVITED;
        Map<String, Object> shown = ShownUser.of(new Person(invited.user(), status), spelling);
        if (!invited.isNew()) {
            Envelope.answer(call, 200, shown);
            return;
        }
        InviteMode mode = invited.invitation() == null
                ? InviteMode.NONE
                : invited.invitation().mode();
        shown.put("invite_mode", spelling.of(word(mode)));
        if (invited.temporaryPassword() != null) {
            shown.put("temporary_password", invited.temporaryPassword().reveal());
        }
        Envelope.answer(call, 201, shown);
    }

    private void update(Call call) {
        Inputs inputs = Inputs.withStrictBody(call);
        Field<Change<PersonName>> name = inputs.changedText("name", NAME, PersonName::new);
        JsonNode developer = inputs.optionalFlag("is_developer");
        inputs.check();
        Names.requireAny(inputs, "name", "is_developer");
        Person before = person(call);
        UpdateUser.Command unchanged = UpdateUser.Command.of(before.user().id());
        UpdateUser.Command command = unchanged
                .withProfile(unchanged.profile().with(ProfileField.DISPLAY_NAME, name.get()))
                .withDeveloper(Change.ifGiven(flag(developer)));
        answer(call, 200, new Person(updateUser.handle(call.caller(), command), before.status()));
    }

    private static @Nullable Boolean flag(@Nullable JsonNode value) {
        return value == null ? null : value.booleanValue();
    }

    private void delete(Call call) {
        Caller caller = call.caller();
        UserId id = id(call);
        if (caller.is(id)) {
            throw ArizeProblem.of(400, "callers cannot delete themselves; ask another admin");
        }
        if (isShown(caller, id)) {
            deleteUser.ensure(caller, id);
        } else {
            Seen.orMissing("user", () -> deleteUser.deleted(caller, id));
        }
        call.noContent();
    }

    /** Who is deleted already is found by those alone who may delete. */
    private boolean isShown(Caller caller, UserId id) {
        try {
            return SHOWN.contains(findPerson.handle(caller, id).status());
        } catch (RefusedException refusal) {
            if (refusal.kind() != Kind.NOT_FOUND) {
                throw refusal;
            }
            return false;
        }
    }

    private void resend(Call call) {
        UserId id = person(call).user().id();
        Translated.on(
                Kind.CONFLICT,
                () -> resendInvitation.byLink(call.caller(), id),
                refusal -> ArizeProblem.of(400, refusal.reason()));
        call.noContent();
    }

    private void reset(Call call) {
        UserId id = person(call).user().id();
        Translated.on(
                Kind.CONFLICT,
                () -> sendPasswordLink.toReplace(call.caller(), id),
                refusal -> ArizeProblem.of(400, refusal.reason()));
        call.noContent();
    }
}
