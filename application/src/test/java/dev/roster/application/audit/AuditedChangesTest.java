package dev.roster.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.application.Change;
import dev.roster.application.ProfileChange;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.ChangePassword;
import dev.roster.application.credential.LogIn;
import dev.roster.application.credential.RenewToken;
import dev.roster.application.dataset.AssignAnnotator;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.membership.AddMember;
import dev.roster.application.membership.ChangeMemberRole;
import dev.roster.application.membership.RemoveMember;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.Passwords.Kept;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.CreateUser;
import dev.roster.application.user.DeactivateUser;
import dev.roster.application.user.UpdateUser;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.Pronouns;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What use cases write into the audit trail: each changed field, and never a secret. */
class AuditedChangesTest {
    private static final Origin ORIGIN = new Origin(Door.API, "192.0.2.7", "curl/8");
    private static final String PASSWORD = "correct horse battery";
    private static final String OTHER_PASSWORD = "staple battery horse";
    private static final String TOKEN = "a-chosen-token-and-so-on-for-thirty-two-letters";

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final GivenUser olga = given.owner("olga").in(given.organization());
    private final Caller caller = Caller.user(olga.user(), ORIGIN);

    @Test
    void eventTellsWhoWhereFromAndOnWhat() {
        Workspace legal = given.workspace("legal");
        GivenUser ana = given.user("ana");

        useCases.get(AddMember.class).handle(caller, new AddMember.Command(Place.of(legal.id()), ana.id(), "viewer"));

        AuditEvent event = only();
        assertThat(event.at()).isEqualTo(fakes.clock().instant());
        assertThat(event.actor()).isEqualTo(olga.id());
        assertThat(event.actorName()).isEqualTo("olga");
        assertThat(event.door()).isEqualTo(Door.API);
        assertThat(event.address()).isEqualTo("192.0.2.7");
        assertThat(event.action()).isEqualTo("member.add");
        assertThat(event.subjectKind()).isEqualTo("workspace");
        assertThat(event.subject()).isEqualTo(legal.id().value());
        assertThat(event.place()).isEqualTo(legal.id().value());
        assertThat(event.changes()).isEqualTo(Map.of("user", change(null, "ana"), "role", change(null, "viewer")));
    }

    @Test
    void operatorIsNamedWithoutAnAccount() {
        GivenUser ana = given.user("ana");

        useCases.get(DeactivateUser.class).handle(Caller.operator("root", Origin.of(Door.CLI)), ana.id());

        AuditEvent event = only();
        assertThat(event.actor()).isNull();
        assertThat(event.actorName()).isEqualTo("operator root");
        assertThat(event.address()).isNull();
        assertThat(event.changes()).isEqualTo(Map.of("status", change("active", "deactivated")));
    }

    @Test
    void updateWritesTheChangedFieldsOnly() {
        GivenUser ana = given.user("ana").email("ana@example.org");
        UpdateUser.Command command = UpdateUser.Command.of(ana.id())
                .withUsername(Change.to(new Username("anna")))
                .withEmail(Change.toNothing())
                .withRole(Change.to("viewer"))
                .withProfile(ProfileChange.none()
                        .with(
                                ProfileField.FIRST_NAME,
                                Change.to(ana.user().profile().firstName())));

        useCases.get(UpdateUser.class).handle(caller, command);

        assertThat(only().changes())
                .isEqualTo(Map.of(
                        "username", change("ana", "anna"),
                        "email", change("ana@example.org", null),
                        "role", change("annotator", "viewer")));
    }

    @Test
    void pronounsAreWrittenBeforeAndAfter() {
        UserId ana = given.user("ana").id();

        Stream.of(
                        Change.to(new Pronouns("she/her")),
                        Change.to(new Pronouns("they/them")),
                        Change.<Pronouns>toNothing())
                .map(change -> ProfileChange.none().with(ProfileField.PRONOUNS, change))
                .forEach(change -> useCases.get(UpdateUser.class)
                        .handle(caller, UpdateUser.Command.of(ana).withProfile(change)));

        assertThat(events())
                .extracting(AuditEvent::changes)
                .containsExactly(
                        Map.of("pronouns", change("they/them", null)),
                        Map.of("pronouns", change("she/her", "they/them")),
                        Map.of("pronouns", change(null, "she/her")));
    }

    @Test
    void changedRoleOfAMembershipIsWrittenBeforeAndAfter() {
        Workspace legal = given.workspace("legal");
        GivenUser ana = given.user("ana").in(legal, PredefinedRole.VIEWER.role());

        useCases.get(ChangeMemberRole.class)
                .handle(caller, new ChangeMemberRole.Command(Place.of(legal.id()), ana.id(), null));

        assertThat(only().changes()).containsEntry("role", change("viewer", null));
    }

    @Test
    void assignmentThatClosesADatasetSaysSo() {
        Workspace legal = given.workspace("legal");
        Dataset letters = given.dataset("letters", legal);
        GivenUser ana = given.user("ana").in(legal);
        GivenUser bob = given.user("bob").in(legal);

        useCases.get(AssignAnnotator.class).handle(caller, new AssignAnnotator.Command(letters.id(), ana.id()));
        useCases.get(AssignAnnotator.class).handle(caller, new AssignAnnotator.Command(letters.id(), bob.id()));

        assertThat(events())
                .extracting(AuditEvent::changes)
                .containsExactly(
                        Map.of("user", change(null, "bob")),
                        Map.of("user", change(null, "ana"), "access", change("workspace", "assigned")));
    }

    @Test
    void eventFallsWithTheChangeItTellsOf() {
        Workspace legal = given.workspace("legal");
        CreateUser.Command command = CreateUser.Command.named(new Username("ana"))
                .withEmail(new EmailAddress("ana@example.org"))
                .withRole("wizard")
                .withWorkspaces(List.of(legal.id()));

        Throwable refused = catchThrowable(() -> useCases.get(CreateUser.class).handle(caller, command));
        Throwable notFound = catchThrowable(() -> useCases.get(RemoveMember.class)
                .handle(caller, new RemoveMember.Command(Place.of(legal.id()), olga.id())));

        assertThat(refused).hasMessageContaining("wizard");
        assertThat(notFound).hasMessageContaining("member");
        assertThat(events()).isEmpty();
    }

    @Test
    void noSecretIsEverWritten() {
        CreateUser.Command command = CreateUser.Command.named(new Username("ana"))
                .withPassword(Password.chosen(PASSWORD))
                .withToken(UserToken.of(TOKEN));
        CreateUser.Created created = useCases.get(CreateUser.class).handle(caller, command);
        LogIn.Opened opened =
                useCases.get(LogIn.class).handle(new LogIn.Command("ana", Password.attempted(PASSWORD), ORIGIN));
        Caller ana = Caller.inSession(opened.user(), ORIGIN, opened.session());
        useCases.get(ChangePassword.class)
                .handle(ana, new ChangePassword.Command(Password.attempted(PASSWORD), Password.chosen(OTHER_PASSWORD)));
        useCases.get(UpdateUser.class)
                .handle(
                        caller,
                        UpdateUser.Command.of(created.user().id()).withPassword(Change.to(Password.chosen(PASSWORD))));
        UserToken renewed =
                useCases.get(RenewToken.class).handle(Caller.user(opened.user(), ORIGIN), RenewToken.Command.own());

        assertThat(events())
                .extracting(AuditEvent::action)
                .containsExactly(
                        "user.renew-token", "user.update", "user.change-password", "session.open", "user.create");
        assertThat(events().toString())
                .contains("(hidden)")
                .doesNotContain(
                        PASSWORD,
                        OTHER_PASSWORD,
                        TOKEN,
                        renewed.reveal(),
                        opened.key().reveal())
                .doesNotContain(
                        renewed.digest().hex(),
                        opened.key().digest().hex(),
                        created.token().digest().hex(),
                        ports.passwords()
                                .find(created.user().id())
                                .map(Kept::hash)
                                .orElseThrow());
    }

    private static AuditEvent.Change change(@Nullable String before, @Nullable String after) {
        return new AuditEvent.Change(before, after);
    }

    private List<AuditEvent> events() {
        return ports.auditTrail()
                .list(AuditTrail.Filter.all(), PageRequest.first())
                .items();
    }

    private AuditEvent only() {
        assertThat(events()).hasSize(1);
        return events().get(0);
    }
}
