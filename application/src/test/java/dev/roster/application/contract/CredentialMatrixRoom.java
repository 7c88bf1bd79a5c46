package dev.roster.application.contract;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Decide;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.Authenticate;
import dev.roster.application.credential.ChangePassword;
import dev.roster.application.credential.CompletePasswordReset;
import dev.roster.application.credential.CreateApiKey;
import dev.roster.application.credential.CreateLogInLink;
import dev.roster.application.credential.GiveTemporaryPassword;
import dev.roster.application.credential.KeyIssuer;
import dev.roster.application.credential.LogIn;
import dev.roster.application.credential.LogInByLink;
import dev.roster.application.credential.ReplaceTemporaryPassword;
import dev.roster.application.credential.SendPasswordLink;
import dev.roster.application.fake.RememberingCarrier;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.instance.ClaimSetUp;
import dev.roster.application.instance.StartInstance;
import dev.roster.application.invitation.AcceptInvitation;
import dev.roster.application.invitation.ConfirmSignUp;
import dev.roster.application.invitation.InviteUser;
import dev.roster.application.invitation.RemoveInviteLink;
import dev.roster.application.invitation.ResendInvitation;
import dev.roster.application.invitation.ResetInviteLink;
import dev.roster.application.invitation.SignUp;
import dev.roster.application.mail.DeliverMail;
import dev.roster.application.membership.AddMember;
import dev.roster.application.membership.RemoveMember;
import dev.roster.application.organization.DeleteOrganization;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.transfer.Entry;
import dev.roster.application.transfer.ExportEverything;
import dev.roster.application.transfer.ImportEverything;
import dev.roster.application.transfer.ImportReport;
import dev.roster.application.transfer.Line;
import dev.roster.application.transfer.TransferFile;
import dev.roster.application.user.CreateUser;
import dev.roster.application.user.DeactivateUser;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.EraseUser;
import dev.roster.application.user.ReactivateUser;
import dev.roster.application.user.UpdateUser;
import dev.roster.application.workspace.DeleteWorkspace;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where one credential meets one event: people and places of its own in a store that it shares with others. */
final class CredentialMatrixRoom {
    private static final Origin ORIGIN = Origin.of(Door.API);
    private static final Caller OPERATOR = Caller.operator("root", Origin.of(Door.CLI));
    private static final String PASSWORD = "correct horse battery";
    private static final String ANOTHER = "another horse battery";

    /** A kind of credential: how it is made, what is done with it, and whether it carries rights that can be capped. */
    enum Kind {
        RESET_LINK("reset link", CredentialMatrixRoom::sendLink, CredentialMatrixRoom::followReset),
        LOG_IN_LINK("log-in link", CredentialMatrixRoom::createLogInLink, CredentialMatrixRoom::followLogIn),
        INVITATION_LINK("invitation link", CredentialMatrixRoom::invite, CredentialMatrixRoom::accept),
        TEMPORARY_PASSWORD("temporary password", CredentialMatrixRoom::giveTemporary, CredentialMatrixRoom::replace),
        SIGN_UP_LINK("sign-up link", CredentialMatrixRoom::resetInviteLink, CredentialMatrixRoom::signUp),
        CONFIRMATION_LINK("confirmation link", CredentialMatrixRoom::signUpToConfirm, CredentialMatrixRoom::confirm),
        SET_UP_LINK("set-up link", CredentialMatrixRoom::printSetUpLink, CredentialMatrixRoom::claimAndUndo),
        SESSION("session", CredentialMatrixRoom::logIn, CredentialMatrixRoom::come),
        LOGIN_TOKEN("login token", CredentialMatrixRoom::logInForToken, CredentialMatrixRoom::comeInSession),
        USER_TOKEN("user token", CredentialMatrixRoom::token, CredentialMatrixRoom::come),
        API_KEY("API key", CredentialMatrixRoom::key, CredentialMatrixRoom::come),
        PERSONAL_TOKEN("personal access token", CredentialMatrixRoom::personalToken, CredentialMatrixRoom::come),
        ACCESS_TOKEN("access token", CredentialMatrixRoom::accessToken, CredentialMatrixRoom::comeWithKey),
        SERVICE_KEY("service key", CredentialMatrixRoom::serviceKey, CredentialMatrixRoom::come);

        private final String words;

        @SuppressWarnings("ImmutableEnumChecker") // it holds nothing
        private final Function<CredentialMatrixRoom, String> make;

        @SuppressWarnings("ImmutableEnumChecker") // it holds nothing
        private final BiConsumer<CredentialMatrixRoom, String> use;

        Kind(String words, Function<CredentialMatrixRoom, String> make, BiConsumer<CredentialMatrixRoom, String> use) {
            this.words = words;
            this.make = make;
            this.use = use;
        }

        String words() {
            return words;
        }

        /** Whether each use of it is asked about anew. */
        private boolean isBearer() {
            return compareTo(SESSION) >= 0;
        }
    }

    /** What happens, to the user whose credential it is unless it says otherwise. */
    enum Happening {
        EMAIL("the e-mail address changes", room -> room.update(room.changed(Change.to(room.address("else"))))),
        NO_EMAIL("the e-mail address is removed", room -> room.update(room.changed(Change.toNothing()))),
        USERNAME("the username changes", CredentialMatrixRoom::rename),
        PASSWORD_BY_ONESELF("the user changes the password", CredentialMatrixRoom::changePassword),
        PASSWORD_BY_ANOTHER("another user sets the password", room -> room.setPassword(room.callerOf(room.olga))),
        PASSWORD_BY_OPERATOR("the operator sets the password", room -> room.setPassword(OPERATOR)),
        PASSWORD_BY_RESET("another reset link is followed", CredentialMatrixRoom::followAnotherReset),
        TEMPORARY("a temporary password is given", room -> room.giveTemporary(OPERATOR, room.subject())),
        ROLE("the user gets a lesser role", room -> room.demote(room.subject())),
        RAISE("the user gets a role beyond those who were shown it", CredentialMatrixRoom::showAndRaise),
        DEACTIVATION("the user is deactivated", room -> room.deactivate(room.subject())),
        STAY("the stay of the user is over", room -> room.endStay(room.subject())),
        DELETION("the user is deleted", room -> room.delete(room.subject())),
        ERASURE("the user is erased", CredentialMatrixRoom::erase),
        MAKER_DEMOTED("its creator gets a lesser role", room -> room.demote(room.maker())),
        MAKER_DEACTIVATED("its creator is deactivated", room -> room.deactivate(room.maker())),
        MAKER_STAY("the stay of its creator is over", room -> room.endStay(room.maker())),
        MAKER_DELETED("its creator is deleted", room -> room.delete(room.maker())),
        KEY_MAKER_DEMOTED("the creator of the key gets a lesser role", room -> room.demote(room.keyMaker())),
        KEY_MAKER_DEACTIVATED("the creator of the key is deactivated", room -> room.deactivate(room.keyMaker())),
        KEY_MAKER_STAY("the stay of the creator of the key is over", room -> room.endStay(room.keyMaker())),
        KEY_MAKER_DELETED("the creator of the key is deleted", room -> room.delete(room.keyMaker())),
        PLACE_LEFT("the user leaves the place", CredentialMatrixRoom::leave),
        ORGANIZATION_LEFT("the user leaves the organization", CredentialMatrixRoom::leaveOrganization),
        PLACE_DELETED("the place is deleted", CredentialMatrixRoom::deletePlace),
        SIGN_UP_LINK_RESET("the sign-up link is reset", CredentialMatrixRoom::resetLinkAgain),
        SET_UP_LINK_PRINTED("a server starts again", CredentialMatrixRoom::startAgain),
        EXPORT("the store is exported", CredentialMatrixRoom::export),
        IMPORT("an export with hashes is imported elsewhere", CredentialMatrixRoom::moveElsewhere),
        RESTORE("it ended, and a backup from before is restored", CredentialMatrixRoom::endAndRestore);

        private final String words;

        @SuppressWarnings("ImmutableEnumChecker") // it holds nothing
        private final Consumer<CredentialMatrixRoom> happen;

        Happening(String words, Consumer<CredentialMatrixRoom> happen) {
            this.words = words;
            this.happen = happen;
        }

        String words() {
            return words;
        }
    }

    /** The event cannot meet the credential: there is nobody whom it could happen to. */
    private static final class NobodyException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final InstantSource clock;
    private final CredentialMatrixContract engine;
    private final Kind kind;
    private Ports ports;
    private UseCases useCases;
    private final Given given;
    private final int number;
    private final GivenUser olga;
    private final Organization organization;
    private final Workspace legal;
    private @Nullable UserId subject;
    private @Nullable UserId maker;
    private @Nullable UserId keyMaker;
    private @Nullable UserId stopped;
    private String secret = "";
    private String current = PASSWORD;

    CredentialMatrixRoom(CredentialMatrixContract engine, Kind kind, Ports ports, InstantSource clock, int number) {
        this.kind = kind;
        this.engine = engine;
        this.clock = clock;
        this.ports = ports;
        this.useCases = UseCases.over(ports, clock);
        this.given = new Given(ports);
        this.number = number;
        given.organization();
        // A set-up link is there only as long as there is no owner.
        this.olga = kind == Kind.SET_UP_LINK ? given.user(name("olga")) : given.owner(name("olga"));
        this.organization = given.organization(name("org"));
        this.legal = given.workspace(name("legal"), organization);
    }

    /** What becomes of the credential, in the words of the table. */
    String outcome(Happening happening) {
        secret = kind.make.apply(this);
        boolean couldAct = !kind.isBearer() || mayAct();
        try {
            happening.happen.accept(this);
        } catch (NobodyException | RefusedException refused) {
            return "–";
        }
        if (!couldAct) {
            return "without rights from the beginning";
        }
        if (happening == Happening.RESTORE) {
            return opens() ? "returns" : "ends";
        }
        if (!kind.isBearer()) {
            // Using it would use it up, so whoever was stopped comes back first: what rests would open again.
            reactivate();
            return opens() ? "stays" : "ends";
        }
        if (opens()) {
            return mayAct() ? "stays" : "capped";
        }
        reactivate();
        return opens() && mayAct() ? "rests" : "ends";
    }

    /** Whether it opens something when nothing happens. */
    boolean isWorking() {
        secret = kind.make.apply(this);
        return opens();
    }

    private boolean opens() {
        try {
            kind.use.accept(this, secret);
            return true;
        } catch (RefusedException refused) {
            return false;
        }
    }

    private boolean mayAct() {
        Caller caller = switch (kind) {
            case LOGIN_TOKEN -> inSession(secret);
            case ACCESS_TOKEN -> withKey(secret);
            default -> authenticate(secret);
        };
        Decide.Question question = new Decide.Question(
                RosterPermission.DATASET_CREATE, Target.of(legal).ref());
        return useCases.get(Decide.class)
                .handle(caller, Decide.Query.own(List.of(question)))
                .get(0)
                .isAllowed();
    }

    private String name(String name) {
        return name + "-" + number;
    }

    private EmailAddress address(String name) {
        return new EmailAddress(name(name) + "@example.org");
    }

    private UserId subject() {
        return present(subject);
    }

    private UserId maker() {
        return present(maker);
    }

    private UserId keyMaker() {
        return present(keyMaker);
    }

    private static UserId present(@Nullable UserId user) {
        if (user == null) {
            throw new NobodyException();
        }
        return user;
    }

    private Caller callerOf(GivenUser user) {
        return Caller.user(user.user(), ORIGIN);
    }

    private Caller callerOf(UserId user) {
        return Caller.user(ports.users().get(user), ORIGIN);
    }

    private GivenUser ada() {
        GivenUser ada = given.user(name("ada"))
                .role(PredefinedRole.ADMIN)
                .email(address("ada").value())
                .password(PASSWORD)
                .in(legal);
        subject = ada.id();
        return ada;
    }

    /** Who has others do things: an owner, so that nothing stands in the way. */
    private GivenUser mara() {
        GivenUser mara = given.owner(name("mara"));
        maker = mara.id();
        return mara;
    }

    private static String secretIn(@Nullable String link) {
        String text = String.valueOf(link);
        return text.substring(text.indexOf('#') + 1);
    }

    private String sendLink() {
        useCases.get(SendPasswordLink.class).handle(callerOf(mara()), ada().id());
        return mailed();
    }

    private void followAnotherReset() {
        followReset(secretIn(
                useCases.get(SendPasswordLink.class).handle(OPERATOR, subject()).link()));
    }

    /** The secret in the newest mail. */
    private String mailed() {
        useCases.get(DeliverMail.class).handle(Caller.roster(Origin.of(Door.SYSTEM)), 100);
        List<Letter> carried = ((RememberingCarrier) ports.mailCarrier()).carried();
        return secretIn(carried.get(carried.size() - 1).values().get("link"));
    }

    private void followReset(String link) {
        useCases.get(CompletePasswordReset.class)
                .handle(new CompletePasswordReset.Command(new SecretText(link), Password.chosen(ANOTHER), ORIGIN));
    }

    private String createLogInLink() {
        return secretIn(useCases.get(CreateLogInLink.class)
                .handle(OPERATOR, CreateLogInLink.Command.of(ada().id()))
                .link());
    }

    private void followLogIn(String link) {
        useCases.get(LogInByLink.class).handle(new LogInByLink.Command(new SecretText(link), ORIGIN));
    }

    private String invite() {
        InviteUser.Command command = InviteUser.Command.of(address("ada"), InviteMode.LINK)
                .withUsername(new Username(name("ada")))
                .withOrganization(organization.id())
                .withWorkspaces(List.of(new InviteUser.WorkspacePlace(legal.id(), null)));
        subject = useCases.get(InviteUser.class)
                .handle(callerOf(mara()), command)
                .user()
                .id();
        return mailed();
    }

    private void accept(String link) {
        useCases.get(AcceptInvitation.class)
                .handle(AcceptInvitation.Command.of(new SecretText(link), Password.chosen(ANOTHER), ORIGIN));
    }

    private String giveTemporary() {
        return giveTemporary(callerOf(mara()), ada().id());
    }

    private String giveTemporary(Caller caller, UserId user) {
        String told = useCases.get(GiveTemporaryPassword.class)
                .handle(caller, user)
                .password()
                .reveal();
        current = told;
        return told;
    }

    private void replace(String told) {
        useCases.get(ReplaceTemporaryPassword.class)
                .handle(new ReplaceTemporaryPassword.Command(
                        login(), Password.attempted(told), Password.chosen(ANOTHER), ORIGIN));
    }

    private String login() {
        return ports.users().findEvenDeleted(subject()).orElseThrow().username().value();
    }

    private String resetInviteLink() {
        ResetInviteLink.Command command = ResetInviteLink.Command.of(organization.id());
        return secretIn(useCases.get(ResetInviteLink.class)
                .handle(callerOf(mara()), command)
                .url());
    }

    private void signUp(String link) {
        useCases.get(SignUp.class)
                .handle(SignUp.Command.of(new Username(name("fay")), Password.chosen(PASSWORD), ORIGIN)
                        .withLink(new SecretText(link)));
    }

    private void resetLinkAgain() {
        ResetInviteLink.Command command = ResetInviteLink.Command.of(organization.id());
        useCases.get(ResetInviteLink.class).handle(OPERATOR, command);
    }

    private String signUpToConfirm() {
        useCases.get(SignUp.class)
                .handle(SignUp.Command.of(new Username(name("fay")), Password.chosen(PASSWORD), ORIGIN)
                        .withLink(new SecretText(resetInviteLink()))
                        .withEmail(address("fay")));
        return mailed();
    }

    private void confirm(String link) {
        useCases.get(ConfirmSignUp.class)
                .handle(ConfirmSignUp.Command.of(new SecretText(link), Password.attempted(PASSWORD), ORIGIN));
    }

    private String printSetUpLink() {
        return useCases.get(StartInstance.class)
                .handle(OPERATOR, null)
                .setUpLink()
                .orElseThrow()
                .reveal();
    }

    /** Prints another set-up link where nobody owns the installation. */
    private void startAgain() {
        useCases.get(StartInstance.class).handle(OPERATOR, null);
    }

    /** What undoes a transaction whose work has succeeded. */
    private static final class UndoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** There is one first owner in a store, and other rooms want to make theirs. */
    private void claimAndUndo(String link) {
        ClaimSetUp.Command command = new ClaimSetUp.Command(
                new SecretText(link), new Username(name("first")), Password.chosen(PASSWORD), ORIGIN);
        Runnable claimed = () -> {
            useCases.get(ClaimSetUp.class).handle(command);
            throw new UndoneException();
        };
        try {
            ports.transactions().inTransaction(claimed);
        } catch (UndoneException worked) {
            // It would have been done.
        }
    }

    private LogIn.Opened open() {
        ada();
        return useCases.get(LogIn.class).handle(new LogIn.Command(name("ada"), Password.attempted(PASSWORD), ORIGIN));
    }

    private String logIn() {
        return open().key().reveal();
    }

    private String logInForToken() {
        return open().session().id().toString();
    }

    private String token() {
        String token = name("token-of-ada-that-is-long-enough");
        ada().token(token);
        return token;
    }

    private String key() {
        return made(callerOf(ada()), null);
    }

    private KeyIssuer.Issued signed() {
        CreateApiKey.Command command = CreateApiKey.Command.own(KeyIssuer.Wish.named("a token"))
                .withWriter(draft -> new SecretText("of " + name("ada") + "." + draft.id() + ".signature"));
        return useCases.get(CreateApiKey.class).handle(callerOf(ada()), command);
    }

    private String personalToken() {
        return signed().secret().reveal();
    }

    /** What such a token names. */
    private String accessToken() {
        return signed().key().id().toString();
    }

    private String serviceKey() {
        GivenUser mara = mara();
        GivenUser robot =
                given.user(name("robot")).role(PredefinedRole.ADMIN).in(legal).serviceOf(mara);
        subject = robot.id();
        GivenUser oskar = given.owner(name("oskar"));
        keyMaker = oskar.id();
        return made(callerOf(oskar), robot.id());
    }

    private String made(Caller caller, @Nullable UserId user) {
        KeyIssuer.Wish wish = KeyIssuer.Wish.named("a key");
        return useCases.get(CreateApiKey.class)
                .handle(caller, new CreateApiKey.Command(user, wish))
                .secret()
                .reveal();
    }

    private Caller authenticate(String bearer) {
        return useCases.get(Authenticate.class).handle(new SecretText(bearer), ORIGIN);
    }

    private void come(String bearer) {
        authenticate(bearer);
    }

    private Caller inSession(String session) {
        return useCases.get(Authenticate.class).inSession(subject(), SessionId.parse(session), ORIGIN);
    }

    private void comeInSession(String session) {
        inSession(session);
    }

    private Caller withKey(String key) {
        long user = ports.users()
                .findEvenDeleted(subject())
                .orElseThrow(() -> RefusedException.unauthenticated("there is no such user"))
                .number();
        return useCases.get(Authenticate.class).withKey(user, ApiKeyId.parse(key), ORIGIN);
    }

    private void comeWithKey(String key) {
        withKey(key);
    }

    private UpdateUser.Command changed(Change<EmailAddress> email) {
        return UpdateUser.Command.of(subject()).withEmail(email);
    }

    private void update(UpdateUser.Command command) {
        boolean isService = ports.users().get(subject()).isService();
        if (isService && command.email().applyTo(null) == null) {
            throw new NobodyException();
        }
        useCases.get(UpdateUser.class).handle(OPERATOR, command);
    }

    private void rename() {
        useCases.get(UpdateUser.class)
                .handle(
                        OPERATOR,
                        UpdateUser.Command.of(subject()).withUsername(Change.to(new Username(name("anastasia")))));
    }

    /** With another session than the one that is looked at. */
    private void changePassword() {
        useCases.get(ChangePassword.class)
                .handle(
                        callerOf(subject()),
                        new ChangePassword.Command(Password.attempted(current), Password.chosen(ANOTHER)));
    }

    private void setPassword(Caller caller) {
        useCases.get(UpdateUser.class)
                .handle(caller, UpdateUser.Command.of(subject()).withPassword(Change.to(Password.chosen(ANOTHER))));
    }

    private void demote(UserId user) {
        useCases.get(UpdateUser.class)
                .handle(OPERATOR, UpdateUser.Command.of(user).withRole(Change.to(PredefinedRole.ANNOTATOR.word())));
    }

    /** Shows it anew to somebody who may take the user over until then; what nobody else is ever shown is as it was. */
    private void showAndRaise() {
        UserId raised = subject();
        List<Permission> held = new ArrayList<>(
                PredefinedRole.ADMIN.role().permissions().stream().toList());
        held.addAll(List.of(RosterPermission.USER_CREATE, RosterPermission.USER_READ, RosterPermission.USER_UPDATE));
        GivenUser desk = given.user(name("desk"))
                .role(given.role(name("desk"), held.toArray(Permission[]::new)))
                .in(legal);
        if (kind == Kind.USER_TOKEN) {
            raised = createWithToken(callerOf(desk));
        } else if (!kind.isBearer()) {
            secret = shownTo(callerOf(desk), raised);
        }
        useCases.get(UpdateUser.class)
                .handle(OPERATOR, UpdateUser.Command.of(raised).withRole(Change.to(PredefinedRole.MANAGER.word())));
    }

    private String shownTo(Caller caller, UserId user) {
        return switch (kind) {
            case RESET_LINK ->
                secretIn(useCases.get(SendPasswordLink.class)
                        .toHandOver(caller, user)
                        .link());
            case INVITATION_LINK ->
                secretIn(useCases.get(ResendInvitation.class)
                        .toHandOver(caller, user)
                        .link());
            case TEMPORARY_PASSWORD -> giveTemporary(caller, user);
            default -> secret;
        };
    }

    private UserId createWithToken(Caller caller) {
        CreateUser.Created created =
                useCases.get(CreateUser.class).handle(caller, CreateUser.Command.named(new Username(name("eda"))));
        secret = created.token().reveal();
        return created.user().id();
    }

    private void deactivate(UserId user) {
        useCases.get(DeactivateUser.class).handle(OPERATOR, user);
        stopped = user;
    }

    private void reactivate() {
        if (stopped != null) {
            useCases.get(ReactivateUser.class).handle(OPERATOR, stopped);
        }
    }

    /** As it is before the account is deleted. No guest is an owner. */
    private void endStay(UserId id) {
        User user = ports.users().get(id);
        RoleRef role = user.role().isForPlaces() ? user.role() : PredefinedRole.ADMIN.ref();
        ports.users().update(user.withRole(role).withStay(new Stay(null, clock.instant())));
    }

    private void delete(UserId user) {
        useCases.get(DeleteUser.class).handle(OPERATOR, user);
    }

    private void erase() {
        delete(subject());
        useCases.get(EraseUser.class).handle(OPERATOR, subject());
    }

    private void leave() {
        useCases.get(RemoveMember.class).handle(OPERATOR, new RemoveMember.Command(Place.of(legal.id()), subject()));
    }

    /** Whoever was put into the workspace alone joins the organization around it first, as by adding they would have. */
    private void leaveOrganization() {
        Place around = Place.of(organization.id());
        if (ports.memberships().find(around, subject()).isEmpty()) {
            useCases.get(AddMember.class).handle(OPERATOR, new AddMember.Command(around, subject(), null));
        }
        useCases.get(RemoveMember.class).handle(OPERATOR, new RemoveMember.Command(around, subject()));
    }

    /** What a sign-up link leads into is an organization, what all others act in a workspace. */
    private void deletePlace() {
        useCases.get(DeleteWorkspace.class).handle(OPERATOR, DeleteWorkspace.Command.empty(legal.id()));
        if (subject == null) {
            useCases.get(DeleteOrganization.class).handle(OPERATOR, organization.id());
        }
    }

    private void export() {
        String digest = new SecretText(secret).digest().hex();
        String all = exported().toString();
        if (all.contains(secret) || all.contains(digest)) {
            throw new AssertionError("an export tells the secret");
        }
    }

    private List<Entry> exported() {
        List<Entry> all = new ArrayList<>();
        useCases.get(ExportEverything.class).handle(OPERATOR, true, new ExportEverything.Receiver() {
            @Override
            public void begin(Instant at) {}

            @Override
            public void add(Entry entry) {
                all.add(entry);
            }
        });
        return all;
    }

    private void moveElsewhere() {
        List<Entry> all = exported();
        moveTo(engine.elsewhere());
        ImportReport report = useCases.get(ImportEverything.class).handle(OPERATOR, file(all), false);
        if (report.isWrong()) {
            throw new AssertionError(report.wrong().toString());
        }
    }

    private static TransferFile file(List<Entry> entries) {
        return new TransferFile() {
            @Override
            public String name() {
                return "everything";
            }

            @Override
            public String read(Consumer<Line> lines) {
                for (int line = 0; line < entries.size(); line++) {
                    lines.accept(Line.of(line + 1L, entries.get(line)));
                }
                return "0".repeat(64);
            }
        };
    }

    private void endAndRestore() {
        Ports backup = engine.backup().orElseThrow(NobodyException::new);
        if (kind == Kind.SET_UP_LINK) {
            startAgain();
        } else if (subject == null) {
            useCases.get(RemoveInviteLink.class).handle(OPERATOR, organization.id());
        } else {
            delete(subject);
        }
        moveTo(backup);
    }

    private void moveTo(Ports other) {
        ports = other;
        useCases = UseCases.over(other, clock);
    }
}
