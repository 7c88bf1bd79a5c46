package dev.roster.application.fault;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.annex.PutAnnexes;
import dev.roster.application.annex.RemoveAnnex;
import dev.roster.application.audit.PruneAuditTrail;
import dev.roster.application.credential.CompletePasswordReset;
import dev.roster.application.credential.CreateApiKey;
import dev.roster.application.credential.CreateLogInLink;
import dev.roster.application.credential.GiveTemporaryPassword;
import dev.roster.application.credential.KeyIssuer;
import dev.roster.application.credential.KeyWriter;
import dev.roster.application.credential.LogInByLink;
import dev.roster.application.credential.RefreshApiKey;
import dev.roster.application.credential.ReplaceTemporaryPassword;
import dev.roster.application.credential.RequestPasswordReset;
import dev.roster.application.credential.RotateSignedKey;
import dev.roster.application.credential.SendPasswordLink;
import dev.roster.application.credential.ShowToken;
import dev.roster.application.declaration.ApplyDeclaration;
import dev.roster.application.declaration.Declaration;
import dev.roster.application.declaration.DeclaredMember;
import dev.roster.application.declaration.DeclaredOrganization;
import dev.roster.application.declaration.DeclaredWorkspace;
import dev.roster.application.flat.ChooseNewcomerRole;
import dev.roster.application.flat.GiveNewcomerRole;
import dev.roster.application.flat.InviteFlat;
import dev.roster.application.flat.LeaveOrganization;
import dev.roster.application.flat.PutStanding;
import dev.roster.application.flat.RegisterFlatDataset;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.given.SamplePicture;
import dev.roster.application.guest.ChangeStay;
import dev.roster.application.guest.CreateGuests;
import dev.roster.application.guest.EndStays;
import dev.roster.application.instance.ClaimSetUp;
import dev.roster.application.instance.StartInstance;
import dev.roster.application.invitation.AcceptInvitation;
import dev.roster.application.invitation.ConfirmSignUp;
import dev.roster.application.invitation.EnsureInviteLink;
import dev.roster.application.invitation.InviteUser;
import dev.roster.application.invitation.PruneSignUps;
import dev.roster.application.invitation.RemoveInviteLink;
import dev.roster.application.invitation.ResetInviteLink;
import dev.roster.application.invitation.SignUp;
import dev.roster.application.mail.DeliverMail;
import dev.roster.application.mail.SendTestMail;
import dev.roster.application.membership.LeavePlace;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.transfer.Entry;
import dev.roster.application.transfer.ExportEverything;
import dev.roster.application.transfer.ImportEverything;
import dev.roster.application.transfer.Line;
import dev.roster.application.transfer.TransferFile;
import dev.roster.application.user.DeleteUsers;
import dev.roster.application.user.RemoveAvatar;
import dev.roster.application.user.SetAvatar;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.invitation.PendingSignUp;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A use case that no act of the scenarios reaches, and what it needs to work once.
 *
 * @param inParts whether it commits more than once by design, each part whole: the rest of it can be tried again
 */
record Experiment(String name, boolean inParts, Preparation preparation) {
    /** Brings a store to where the use case works, and returns the call. */
    interface Preparation {
        Runnable prepare(Bench bench);
    }

    /** A store and what works on it. */
    record Bench(Ports ports, UseCases useCases) {
        Given given() {
            return new Given(ports);
        }

        <T> T get(Class<T> useCase) {
            return useCases.get(useCase);
        }

        GivenUser ana() {
            given().organization();
            return given().user("ana").email("ana@example.org").password(OLD);
        }

        OrganizationId home() {
            return given().organization().id();
        }
    }

    private static final Caller OPERATOR = Caller.operator("root", Origin.of(Door.CLI));
    /** Without an address, so that trying again and again is no guessing. */
    private static final Origin SOMEWHERE = Origin.of(Door.API);

    private static final String OLD = "the old password";
    private static final Password WANTED = Password.chosen("another password of mine");

    /** Those that are all or nothing. */
    static Stream<Experiment> all() {
        return Stream.concat(accounts(), rest());
    }

    private static Stream<Experiment> accounts() {
        return Stream.of(
                whole("a forgotten password is reset", bench -> {
                    SecretText link = link(bench.get(SendPasswordLink.class)
                            .handle(OPERATOR, bench.ana().id())
                            .link());
                    return () -> bench.get(CompletePasswordReset.class)
                            .handle(new CompletePasswordReset.Command(link, WANTED, SOMEWHERE));
                }),
                whole("a password link is sent", bench -> {
                    GivenUser ana = bench.ana();
                    return () -> bench.get(SendPasswordLink.class).handle(OPERATOR, ana.id());
                }),
                whole("a password link is handed over", bench -> {
                    GivenUser ana = bench.ana();
                    return () -> bench.get(SendPasswordLink.class).toHandOver(OPERATOR, ana.id());
                }),
                inParts("a reset is asked for", bench -> {
                    bench.ana();
                    return () -> bench.get(RequestPasswordReset.class)
                            .handle(new RequestPasswordReset.Command("ana", SOMEWHERE));
                }),
                whole("a log-in link is created", bench -> {
                    GivenUser ana = bench.ana();
                    return () ->
                            bench.get(CreateLogInLink.class).handle(OPERATOR, CreateLogInLink.Command.of(ana.id()));
                }),
                whole("a log-in link is followed", bench -> {
                    SecretText link = link(bench.get(CreateLogInLink.class)
                            .handle(
                                    OPERATOR,
                                    CreateLogInLink.Command.of(bench.ana().id()))
                            .link());
                    return () -> bench.get(LogInByLink.class).handle(new LogInByLink.Command(link, SOMEWHERE));
                }),
                whole("a token is shown to who shows the password", bench -> {
                    GivenUser ana = bench.ana().token("token-of-mine");
                    Caller caller = Caller.user(ana.user(), SOMEWHERE);
                    return () -> bench.get(ShowToken.class).own(caller, Password.attempted(OLD));
                }),
                whole("a temporary password is given", bench -> {
                    GivenUser ana = bench.ana();
                    return () -> bench.get(GiveTemporaryPassword.class).handle(OPERATOR, ana.id());
                }),
                whole("a temporary password is replaced", bench -> {
                    SecretText temporary = bench.get(GiveTemporaryPassword.class)
                            .handle(OPERATOR, bench.ana().id())
                            .password();
                    return () -> bench.get(ReplaceTemporaryPassword.class)
                            .handle(new ReplaceTemporaryPassword.Command(
                                    "ana", Password.attempted(temporary.reveal()), WANTED, SOMEWHERE));
                }),
                whole("a key is refreshed", bench -> {
                    ApiKey key = bench.ana().apiKey("a key of mine");
                    return () -> bench.get(RefreshApiKey.class)
                            .handle(OPERATOR, new RefreshApiKey.Command(key.id(), null, Duration.ofHours(1)));
                }),
                whole("a signed key is made where there is none", bench -> {
                    UserId ana = bench.ana().id();
                    CreateApiKey.Command command =
                            new CreateApiKey.Command(ana, KeyIssuer.Wish.named("a token"), Experiment::written, true);
                    return () -> bench.get(CreateApiKey.class).handle(OPERATOR, command);
                }),
                whole("a signed key is rotated", bench -> {
                    ApiKey key = bench.ana().signedKey("a token of mine");
                    return () -> bench.get(RotateSignedKey.class)
                            .handle(OPERATOR, new RotateSignedKey.Command(key.id(), null, Experiment::written));
                }),
                whole("an invitation is accepted", bench -> {
                    bench.home();
                    bench.given().owner("olga");
                    SecretText link = link(bench.get(InviteUser.class)
                            .handle(OPERATOR, invitation())
                            .link());
                    return () -> bench.get(AcceptInvitation.class)
                            .handle(AcceptInvitation.Command.of(link, WANTED, SOMEWHERE));
                }),
                inParts("people sign up", bench -> {
                    bench.given().owner("olga");
                    SecretText link = link(bench.get(ResetInviteLink.class)
                            .handle(OPERATOR, ResetInviteLink.Command.of(bench.home()))
                            .url());
                    return () -> bench.get(SignUp.class)
                            .handle(SignUp.Command.of(new Username("fay"), WANTED, SOMEWHERE)
                                    .withLink(link));
                }),
                whole("a sign-up is confirmed", bench -> {
                    bench.home();
                    bench.given().owner("olga");
                    SecretText link = link(bench.get(ResetInviteLink.class)
                            .handle(OPERATOR, ResetInviteLink.Command.of(bench.home()))
                            .url());
                    SecretText secret = new SecretText("rsu_secret");
                    bench.ports()
                            .pendingSignUps()
                            .add(new PendingSignUp(
                                    secret.digest(),
                                    new EmailAddress("fay@example.org"),
                                    new Username("fay"),
                                    Profile.named(new Username("fay")),
                                    bench.ports().passwordHasher().hash(WANTED),
                                    link.digest(),
                                    null,
                                    Given.THEN,
                                    Instant.parse("2100-01-01T00:00:00Z")));
                    return () ->
                            bench.get(ConfirmSignUp.class).handle(ConfirmSignUp.Command.of(secret, WANTED, SOMEWHERE));
                }),
                whole("old sign-ups are removed", bench -> {
                    bench.ports()
                            .pendingSignUps()
                            .add(new PendingSignUp(
                                    new SecretText("rsu_old").digest(),
                                    new EmailAddress("fay@example.org"),
                                    new Username("fay"),
                                    Profile.named(new Username("fay")),
                                    "a hash",
                                    null,
                                    null,
                                    Given.THEN,
                                    Given.THEN.plusSeconds(1)));
                    return () -> bench.get(PruneSignUps.class).handle(OPERATOR);
                }),
                whole("a picture is set", bench -> {
                    GivenUser ana = bench.ana();
                    return () -> bench.get(SetAvatar.class).handle(OPERATOR, ana.id(), SamplePicture.png(0x336699));
                }),
                whole("a picture is removed", bench -> {
                    GivenUser ana = bench.ana();
                    bench.get(SetAvatar.class).handle(OPERATOR, ana.id(), SamplePicture.png(0x336699));
                    return () -> bench.get(RemoveAvatar.class).handle(OPERATOR, ana.id());
                }),
                inParts("many are deleted", bench -> {
                    GivenUser ana = bench.ana();
                    GivenUser bob = bench.given().user("bob");
                    return () -> bench.get(DeleteUsers.class)
                            .handle(OPERATOR, new DeleteUsers.Command(List.of(ana.id(), bob.id()), List.of()));
                }));
    }

    private static Stream<Experiment> rest() {
        return Stream.of(
                whole("a link to sign up is made", bench -> {
                    OrganizationId home = bench.home();
                    return () -> bench.get(ResetInviteLink.class).handle(OPERATOR, ResetInviteLink.Command.of(home));
                }),
                whole("a link to sign up is removed", bench -> {
                    OrganizationId home = bench.home();
                    bench.get(ResetInviteLink.class).handle(OPERATOR, ResetInviteLink.Command.of(home));
                    return () -> bench.get(RemoveInviteLink.class).handle(OPERATOR, home);
                }),
                whole("something is attached to a dataset", bench -> {
                    PutAnnexes.Command command = new PutAnnexes.Command(
                            AnnexOwner.of(bench.given()
                                    .dataset("letters", bench.given().workspace("legal"))
                                    .id()),
                            "argilla:field",
                            Map.of("one", "{}", "two", "{}"));
                    return () -> bench.get(PutAnnexes.class).handle(OPERATOR, command);
                }),
                whole("what a door keeps of a user is removed", bench -> {
                    AnnexOwner ana = AnnexOwner.of(bench.ana().id());
                    bench.get(PutAnnexes.class)
                            .handle(OPERATOR, new PutAnnexes.Command(ana, "argilla:field", Map.of("one", "{}")));
                    return () -> bench.get(RemoveAnnex.class).handle(OPERATOR, ana, "argilla:field", "one");
                }),
                whole("a link to sign up is there", bench -> {
                    OrganizationId home = bench.home();
                    return () -> bench.get(EnsureInviteLink.class).handle(OPERATOR, home);
                }),
                whole("somebody is what they are in an organization and its workspace", bench -> {
                    OrganizationId home = bench.home();
                    GivenUser ana = bench.ana().in(bench.given().organization());
                    return () -> bench.get(PutStanding.class)
                            .handle(OPERATOR, new PutStanding.Command(home, "projects", ana.id(), "reviewer"));
                }),
                whole("a member leaves an organization", bench -> {
                    OrganizationId home = bench.home();
                    GivenUser ana = bench.ana().in(bench.given().organization()).in("legal");
                    Caller caller = Caller.user(ana.user(), SOMEWHERE);
                    return () -> bench.get(LeavePlace.class).handle(caller, Place.of(home));
                }),
                whole("it is chosen what newcomers are", bench -> {
                    OrganizationId home = bench.home();
                    ChooseNewcomerRole.Kept kept = new ChooseNewcomerRole.Kept("argilla:field", Map.of("role", "{}"));
                    return () -> bench.get(ChooseNewcomerRole.class)
                            .handle(OPERATOR, new ChooseNewcomerRole.Command(home, "projects", "reviewer", kept));
                }),
                whole("a newcomer gets the role that was chosen", bench -> {
                    OrganizationId home = bench.home();
                    GivenUser ana = bench.ana().in(bench.given().organization());
                    GivenUser olga = bench.given().owner("olga");
                    Workspace projects = bench.given().workspace("projects");
                    bench.ports().workspaces().update(projects.withTitle("projects"));
                    GiveNewcomerRole.Chosen chosen =
                            new GiveNewcomerRole.Chosen("projects", "reviewer", Set.of(olga.id()));
                    return () -> bench.get(GiveNewcomerRole.class).handle(home, ana.user(), chosen, SOMEWHERE);
                }),
                whole("somebody leaves an organization, and their picture with the last", bench -> {
                    OrganizationId home = bench.home();
                    GivenUser ana = bench.ana().in(bench.given().organization());
                    bench.get(SetAvatar.class).handle(OPERATOR, ana.id(), SamplePicture.png(0x336699));
                    return () -> bench.get(LeaveOrganization.class).handle(OPERATOR, home, ana.id());
                }),
                whole("somebody is invited to an organization and its workspace", bench -> {
                    OrganizationId home = bench.home();
                    EmailAddress eve = new EmailAddress("eve@example.org");
                    return () -> bench.get(InviteFlat.class)
                            .handle(OPERATOR, new InviteFlat.Command(home, "projects", eve, "reviewer"));
                }),
                whole("a dataset is registered in the workspace of an organization", bench -> {
                    OrganizationId home = bench.home();
                    return () -> bench.get(RegisterFlatDataset.class)
                            .handle(
                                    OPERATOR,
                                    new RegisterFlatDataset.Command(home, "projects", new DatasetName("birds")));
                }),
                whole("a declaration is applied", bench -> {
                    bench.ana();
                    bench.home();
                    return () -> bench.get(ApplyDeclaration.class)
                            .handle(OPERATOR, new ApplyDeclaration.Command(declaration(), false, null));
                }),
                inParts(
                        "an instance starts",
                        bench -> () -> bench.get(StartInstance.class).handle(OPERATOR, null)),
                whole("an account is made at a start", bench -> {
                    bench.home();
                    bench.given().owner("olga");
                    StartInstance.FirstOwner eve = StartInstance.FirstOwner.loggingIn(new Username("eve@example.org"))
                            .withPassword(WANTED);
                    return () -> bench.get(StartInstance.class).handle(OPERATOR, eve);
                }),
                whole("the set-up link is claimed", bench -> {
                    SecretText link = bench.get(StartInstance.class)
                            .handle(OPERATOR, null)
                            .setUpLink()
                            .orElseThrow();
                    return () -> bench.get(ClaimSetUp.class)
                            .handle(new ClaimSetUp.Command(link, new Username("olga"), WANTED, SOMEWHERE));
                }),
                inParts("mail is delivered", bench -> {
                    bench.home();
                    bench.get(InviteUser.class).handle(OPERATOR, invitation());
                    return () -> bench.get(DeliverMail.class).handle(OPERATOR, 100);
                }),
                inParts(
                        "a test mail is sent",
                        bench -> () ->
                                bench.get(SendTestMail.class).handle(OPERATOR, new EmailAddress("ana@example.org"))),
                whole("guests are created", bench -> {
                    CreateGuests.Command command = CreateGuests.Command.of(
                            bench.given().workspace("legal").id(),
                            new CreateGuests.Numbered(CreateGuests.Numbered.USUAL_PREFIX, 2));
                    return () -> bench.get(CreateGuests.class).handle(OPERATOR, command);
                }),
                whole("a stay is changed", bench -> {
                    UserId guest = guest(bench, null);
                    return () -> bench.get(ChangeStay.class).makePermanent(OPERATOR, guest);
                }),
                inParts("a stay ends", bench -> {
                    guest(bench, Instant.EPOCH);
                    return () -> bench.get(EndStays.class).handle(OPERATOR);
                }),
                inParts("all is exported", bench -> {
                    bench.ana();
                    return () -> bench.get(ExportEverything.class).handle(OPERATOR, false, new Nowhere());
                }),
                whole("all is imported", bench -> {
                    Entry role = new Entry.OfRole(bench.given().newRole("curator", RosterPermission.DATASET_READ));
                    return () -> bench.get(ImportEverything.class).handle(OPERATOR, new OneLine(role), false);
                }),
                whole(
                        "the audit trail is pruned",
                        bench -> () -> bench.get(PruneAuditTrail.class).handle(OPERATOR)));
    }

    private static UserId guest(Bench bench, @Nullable Instant until) {
        Stay stay = new Stay(bench.given().workspace("legal").id(), until);
        return bench.given().user("guest").staying(stay).in("legal").id();
    }

    private static Experiment whole(String name, Preparation preparation) {
        return new Experiment(name, false, preparation);
    }

    private static Experiment inParts(String name, Preparation preparation) {
        return new Experiment(name, true, preparation);
    }

    private static SecretText link(@Nullable String mailed) {
        String url = Objects.requireNonNull(mailed, "the operator is shown the link");
        return new SecretText(url.substring(url.indexOf('#') + 1));
    }

    private static SecretText written(KeyWriter.Draft draft) {
        return new SecretText(draft.id() + ".signature");
    }

    private static InviteUser.Command invitation() {
        return InviteUser.Command.of(new EmailAddress("eve@example.org"), InviteMode.LINK);
    }

    private static Declaration declaration() {
        DeclaredWorkspace legal = new DeclaredWorkspace(
                new WorkspaceName("legal"), Change.none(), Change.none(), List.of(new DeclaredMember("ana", null)));
        return new Declaration(
                List.of(),
                List.of(new DeclaredOrganization(
                        new OrganizationName("default"), Change.none(), null, List.of(legal))));
    }

    private record Nowhere() implements ExportEverything.Receiver {
        @Override
        public void begin(Instant at) {}

        @Override
        public void add(Entry entry) {}
    }

    private record OneLine(Entry entry) implements TransferFile {
        @Override
        public String name() {
            return "some.jsonl";
        }

        @Override
        public String read(Consumer<Line> lines) {
            lines.accept(Line.of(1, entry));
            return "a digest";
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
