package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.Change;
import dev.roster.application.ProfileChange;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.audit.VerifyAuditTrail;
import dev.roster.application.credential.Authenticate;
import dev.roster.application.credential.CreateApiKey;
import dev.roster.application.credential.KeyIssuer;
import dev.roster.application.credential.LogIn;
import dev.roster.application.credential.RequestPasswordReset;
import dev.roster.application.dataset.RecordContribution;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.invitation.AcceptInvitation;
import dev.roster.application.invitation.InviteUser;
import dev.roster.application.membership.AddMember;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.EraseUser;
import dev.roster.application.user.UpdateUser;
import dev.roster.domain.audit.AuditReport;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.membership.Place;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.PhoneNumber;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.Pronouns;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left in the file of somebody who was erased: an id, and nothing that tells who it was. */
class ErasureTest {
    private static final Origin ORIGIN = new Origin(Door.API, "198.51.100.77", "Margherita's browser");
    private static final String PASSWORD = "a password of her own";
    /** Each is nowhere but in what she is, was, or did. */
    private static final List<String> PERSONAL = List.of(
            "margherita",
            "Margherita",
            "Quattrocento",
            "maggie-q",
            "margherita-q@example.org",
            "+39 06 555 0199",
            "198.51.100.77",
            "Margherita's browser",
            "la-margherita",
            "zie/zir-q",
            "ze/zer-q");

    @Test
    void nothingTellsWhoTheyWere(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("roster.db");
        try (OpenStores stores = new OpenStores()) {
            Ports ports = stores.open(StoreAddress.file(file));
            live(ports);
            assertThat(contents(directory)).contains(PERSONAL.get(0)).contains(PERSONAL.get(5));
        }

        try (OpenStores stores = new OpenStores()) {
            Ports ports = stores.open(StoreAddress.file(file));
            UseCases useCases = UseCases.over(ports, InstantSource.system());
            UserId gone = ports.users()
                    .findByEmail(NameKey.of("margherita-q@example.org"))
                    .orElseThrow()
                    .id();
            useCases.get(DeleteUser.class).handle(operator(), gone);
            useCases.get(EraseUser.class).handle(operator(), gone);
            assertThat(verify(useCases).isIntact()).isTrue();
            assertThat(ports.contributions().byUser(gone, PageRequest.first()).items())
                    .hasSize(1);
        }
        vacuum(file);

        String left = contents(directory);
        assertThat(PERSONAL).allSatisfy(text -> assertThat(left).doesNotContain(text));
    }

    /** Invited, accepts, renamed, works in two places, has a picture, a key, a mail on its way and a reset. */
    private static void live(Ports ports) {
        Given given = new Given(ports);
        given.owner("olga");
        Workspace legal = given.workspace("legal");
        Dataset letters = given.dataset("letters", legal);
        UseCases useCases = UseCases.over(ports, InstantSource.system());
        InviteUser.Command invitation =
                InviteUser.Command.of(new EmailAddress("margherita-q@example.org"), InviteMode.LINK);
        String link = String.valueOf(
                useCases.get(InviteUser.class).handle(operator(), invitation).link());
        LogIn.Opened opened = useCases.get(AcceptInvitation.class)
                .handle(AcceptInvitation.Command.of(
                                new SecretText(link.substring(link.indexOf('#') + 1)),
                                Password.chosen(PASSWORD),
                                ORIGIN)
                        .withUsername(new Username("margherita"))
                        .withProfile(ProfileChange.none()
                                .withGiven(ProfileField.FIRST_NAME, PersonName.of("first_name", "Margherita"))
                                .withGiven(ProfileField.LAST_NAME, PersonName.of("last_name", "Quattrocento"))
                                .withGiven(ProfileField.DISPLAY_NAME, PersonName.of("display_name", "la-margherita"))
                                .withGiven(ProfileField.PRONOUNS, new Pronouns("zie/zir-q"))));
        UserId id = opened.user().id();
        useCases.get(UpdateUser.class)
                .handle(
                        operator(),
                        UpdateUser.Command.of(id)
                                .withUsername(Change.to(new Username("maggie-q")))
                                .withRole(Change.to("admin"))
                                .withDeveloper(Change.to(true))
                                .withProfile(ProfileChange.none()
                                        .with(ProfileField.PHONE, Change.to(new PhoneNumber("+39 06 555 0199")))
                                        .with(ProfileField.PRONOUNS, Change.to(new Pronouns("ze/zer-q")))));
        useCases.get(AddMember.class).handle(operator(), new AddMember.Command(Place.of(legal.id()), id, "admin"));
        Caller herself = useCases.get(Authenticate.class).handle(opened.key(), ORIGIN);
        useCases.get(RecordContribution.class).handle(herself, RecordContribution.Command.own(letters.id(), 3));
        useCases.get(CreateApiKey.class)
                .handle(herself, CreateApiKey.Command.own(KeyIssuer.Wish.named("la-margherita")));
        useCases.get(RequestPasswordReset.class).handle(new RequestPasswordReset.Command("maggie-q", ORIGIN));
        useCases.get(LogIn.class).handle(new LogIn.Command("maggie-q", Password.attempted(PASSWORD), ORIGIN));
        verify(useCases);
    }

    private static AuditReport verify(UseCases useCases) {
        return useCases.get(VerifyAuditTrail.class).handle(operator(), null, count -> {});
    }

    private static Caller operator() {
        return Caller.operator("root", Origin.of(Door.CLI));
    }

    private static void vacuum(Path file) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    /** All files of the store, byte for character. */
    private static String contents(Path directory) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
