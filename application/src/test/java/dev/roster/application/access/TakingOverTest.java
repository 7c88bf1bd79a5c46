package dev.roster.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.roster.application.Change;
import dev.roster.application.credential.EndSession;
import dev.roster.application.credential.GiveTemporaryPassword;
import dev.roster.application.credential.OtherCredentials;
import dev.roster.application.credential.ResetPassword;
import dev.roster.application.credential.RevokeApiKey;
import dev.roster.application.credential.SendPasswordLink;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.invitation.InviteUser;
import dev.roster.application.invitation.ResendInvitation;
import dev.roster.application.invitation.RevokeInvitation;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.DeactivateUser;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.DeleteUsers;
import dev.roster.application.user.EraseUser;
import dev.roster.application.user.ReactivateUser;
import dev.roster.application.user.UpdateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Password;
import dev.roster.domain.invitation.InvitationBuilder;
import dev.roster.domain.invitation.InvitationId;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each use case that can hand an account over or cut it off, tried on each kind of account by each kind of caller. */
class TakingOverTest {
    private static final Origin ORIGIN = new Origin(Door.API, "192.0.2.7", "a script");
    private static final String SESSION = "session-of-target";
    private static final EmailAddress ADDRESS = new EmailAddress("target@example.org");

    /** What can hand over an account or cut it off, by the use case that does it. */
    private enum Operation {
        SET_PASSWORD(UpdateUser.class),
        RESET_PASSWORD(ResetPassword.class),
        CHANGE_USERNAME(UpdateUser.class),
        CHANGE_EMAIL(UpdateUser.class),
        CHANGE_ROLE(UpdateUser.class),
        GIVE_TEMPORARY_PASSWORD(GiveTemporaryPassword.class),
        SEND_PASSWORD_LINK(SendPasswordLink.class),
        HAND_OVER_PASSWORD_LINK(SendPasswordLink.class),
        END_SESSION(EndSession.class),
        REVOKE_KEY(RevokeApiKey.class),
        DEACTIVATE(DeactivateUser.class),
        REACTIVATE(ReactivateUser.class),
        DELETE(DeleteUser.class),
        DELETE_MANY(DeleteUsers.class),
        ERASE(EraseUser.class),
        INVITE_AGAIN(InviteUser.class),
        RESEND_INVITATION(ResendInvitation.class),
        REVOKE_INVITATION(RevokeInvitation.class);

        private final Class<?> useCase;

        Operation(Class<?> useCase) {
            this.useCase = useCase;
        }
    }

    /** What an account is. */
    private enum Account {
        ANNOTATOR,
        VIEWER,
        MANAGER_THERE,
        ADMIN_THERE,
        EDITOR_OF_A_DATASET_THERE,
        AUDITOR,
        OWNER,
        SERVICE_OWNER;

        boolean isHeldThere() {
            return Set.of(MANAGER_THERE, ADMIN_THERE, EDITOR_OF_A_DATASET_THERE).contains(this);
        }

        boolean doesDailyWork() {
            return this == ANNOTATOR || this == VIEWER;
        }
    }

    /**
     * Use cases on other accounts that this rule is not about, and why. Whoever writes a new one decides: it goes here with its
     * reason, or becomes an operation above.
     */
    private static final Set<String> OTHERS = Set.of(
            // They look.
            "AskTakeOver",
            "Decide",
            "FindGrant",
            "FindMember",
            "FindPerson",
            "FindUser",
            "ListApiKeys",
            "ListAuditEvents",
            "ListContributions",
            "ListDatasets",
            "ListGrants",
            "ListInvolvements",
            "ListSessions",
            "ListStandings",
            "ListUsers",
            "ListWorkspacesOfUser",
            "ListWorkspacesOfUsers",
            "PreviewUserDeletion",
            "ReviewUsers",
            "ShowAvatar",
            "WhatMay",
            "WhoMay",
            // For the account itself and the operator, and keys of a service account for its maker and owners.
            "CreateApiKey",
            "CreateLogInLink",
            "RefreshApiKey",
            "RenewToken",
            "RotateSignedKey",
            "ShowToken",
            // They make an account, or give one more, which nobody does beyond what they hold.
            "AddMember",
            "AssignAnnotator",
            "CreateGrant",
            "CreateServiceAccount",
            "CreateUser",
            "InviteFlat",
            "StartInstance",
            // It gives a place, or takes what another role there gave, an owner's aside.
            "PutMember",
            "PutStanding",
            // They take from a place, an owner's aside.
            "ChangeGrant",
            "ChangeMemberRole",
            "DeleteGrant",
            "LeaveOrganization",
            "RemoveMember",
            "UnassignAnnotator",
            // It is about guests, who are never owners: GuestsTest.
            "ChangeStay",
            // They touch what opens nothing.
            "RecordContribution",
            "RegisterDataset",
            "RemoveAvatar",
            "SetAvatar",
            "UpdateDataset",
            "SendTestMail",
            "ShowMail");

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Workspace legal = given.workspace("legal");
    private final Role desk = given.role(
            "desk",
            Stream.concat(
                            Stream.of(
                                    RosterPermission.USER_CREATE,
                                    RosterPermission.USER_READ,
                                    RosterPermission.USER_UPDATE,
                                    RosterPermission.USER_DELETE),
                            PredefinedRole.ANNOTATOR.role().permissions().stream())
                    .toArray(Permission[]::new));

    static Stream<Arguments> cases() {
        return Arrays.stream(Operation.values())
                .flatMap(operation -> Arrays.stream(Account.values()).map(account -> Arguments.of(operation, account)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aHelpDeskDoesItToThoseWhoDoDailyWork(Operation operation, Account account) {
        GivenUser target = prepared(operation, account);
        Caller hana = Caller.user(
                given.user("hana").role(desk).in(given.organization()).user(), ORIGIN);

        boolean allowed = account.doesDailyWork() || (operation == Operation.ERASE && account.isHeldThere());
        assertOutcome(allowed, () -> perform(operation, hana, target));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whoRunsThePlaceTooDoesItToThoseWhoRunIt(Operation operation, Account account) {
        GivenUser target = prepared(operation, account);
        Caller hana = Caller.user(
                given.user("hana")
                        .role(desk)
                        .in(given.organization())
                        .in(legal, PredefinedRole.MANAGER.role())
                        .user(),
                ORIGIN);

        assertOutcome(account.doesDailyWork() || account.isHeldThere(), () -> perform(operation, hana, target));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anOwnerDoesItToEverybody(Operation operation, Account account) {
        GivenUser target = prepared(operation, account);
        Caller olga = Caller.user(given.owner("olga").user(), ORIGIN);

        assertOutcome(true, () -> perform(operation, olga, target));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOwnersServiceAccountDoesItWhileItsMakerIsAnOwner(Operation operation, Account account) {
        GivenUser target = prepared(operation, account);
        GivenUser mara = given.owner("mara");
        Caller robot = Caller.user(given.owner("robot").serviceOf(mara).user(), ORIGIN);
        mara.role(desk).in(given.organization());

        boolean allowed = account.doesDailyWork() || (operation == Operation.ERASE && account.isHeldThere());
        assertOutcome(allowed, () -> perform(operation, robot, target));
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void whoLacksThePermissionDoesItToNobody(Operation operation) {
        GivenUser target = prepared(operation, Account.ANNOTATOR);
        Caller mia = Caller.user(
                given.user("mia").in(legal, PredefinedRole.MANAGER.role()).user(), ORIGIN);

        assertOutcome(false, () -> perform(operation, mia, target));
    }

    private static void assertOutcome(boolean allowed, Runnable attempt) {
        if (allowed) {
            assertThatCode(attempt::run).doesNotThrowAnyException();
        } else {
            assertThatCode(attempt::run)
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refusal -> assertThat(refusal.kind())
                                    .isIn(RefusedException.Kind.FORBIDDEN, RefusedException.Kind.NOT_FOUND));
        }
    }

    /** The account in the state in which the operation is possible. */
    private GivenUser prepared(Operation operation, Account account) {
        given.owner("last");
        GivenUser target = target(account);
        boolean mailed = operation == Operation.SEND_PASSWORD_LINK || status(operation) == UserStatus.INVITED;
        if (mailed) {
            target.email(ADDRESS.value());
        }
        if (account == Account.SERVICE_OWNER && !mailed && !setsPassword(operation)) {
            target.serviceOf(given.owner("maker"));
        }
        target.status(status(operation));
        if (status(operation) == UserStatus.INVITED) {
            invite(target, operation == Operation.INVITE_AGAIN ? Duration.ofSeconds(-1) : Duration.ofHours(1));
        }
        return target;
    }

    /** Only a person has a password to set. */
    private static boolean setsPassword(Operation operation) {
        return Set.of(Operation.SET_PASSWORD, Operation.RESET_PASSWORD, Operation.HAND_OVER_PASSWORD_LINK)
                .contains(operation);
    }

    private GivenUser target(Account account) {
        GivenUser target = given.user("target").in(given.organization());
        return switch (account) {
            case ANNOTATOR -> target.in(legal);
            case VIEWER -> target.role(PredefinedRole.VIEWER);
            case MANAGER_THERE -> target.in(legal, PredefinedRole.MANAGER.role());
            case ADMIN_THERE -> given.user("admin").role(PredefinedRole.ADMIN).in(legal);
            case EDITOR_OF_A_DATASET_THERE ->
                target.granted(PredefinedRole.ADMIN.role(), given.restrictedDataset("letters", legal));
            case AUDITOR -> target.role(given.role("auditor", RosterPermission.AUDIT_READ));
            case OWNER, SERVICE_OWNER -> target.role(PredefinedRole.OWNER);
        };
    }

    private static UserStatus status(Operation operation) {
        return switch (operation) {
            case REACTIVATE -> UserStatus.DEACTIVATED;
            case ERASE -> UserStatus.DELETED;
            case INVITE_AGAIN, RESEND_INVITATION, REVOKE_INVITATION -> UserStatus.INVITED;
            default -> UserStatus.ACTIVE;
        };
    }

    private void invite(GivenUser target, Duration left) {
        Instant now = fakes.clock().instant();
        ports.invitations()
                .put(InvitationBuilder.builder()
                        .id(new InvitationId(ports.ids().next()))
                        .number(0)
                        .user(target.id())
                        .mode(InviteMode.TEMPORARY_PASSWORD)
                        .createdAt(now.minusSeconds(60))
                        .sentAt(now.minusSeconds(60))
                        .expiresAt(now.plus(left))
                        .build());
    }

    private void perform(Operation operation, Caller caller, GivenUser target) {
        UpdateUser.Command command = UpdateUser.Command.of(target.id());
        switch (operation) {
            case SET_PASSWORD ->
                update(caller, command.withPassword(Change.to(Password.chosen("battery staple horse"))), target);
            case RESET_PASSWORD -> resetPassword(caller, target);
            case CHANGE_ROLE -> update(caller, command.withRole(Change.to("annotator")), target);
            case CHANGE_USERNAME ->
                update(caller, change(command, Change.to(new Username("renamed")), Change.none()), target);
            case CHANGE_EMAIL -> update(caller, change(command, Change.none(), Change.toNothing()), target);
            case GIVE_TEMPORARY_PASSWORD -> giveTemporaryPassword(caller, target);
            case SEND_PASSWORD_LINK -> useCases.get(SendPasswordLink.class).handle(caller, target.id());
            case HAND_OVER_PASSWORD_LINK -> useCases.get(SendPasswordLink.class).toHandOver(caller, target.id());
            case END_SESSION ->
                useCases.get(EndSession.class)
                        .handle(caller, target.session(SESSION).id());
            case REVOKE_KEY ->
                useCases.get(RevokeApiKey.class)
                        .handle(caller, target.apiKey("key-of-target").id());
            case DEACTIVATE -> useCases.get(DeactivateUser.class).handle(caller, target.id());
            case REACTIVATE -> useCases.get(ReactivateUser.class).handle(caller, target.id());
            case DELETE -> useCases.get(DeleteUser.class).handle(caller, target.id());
            case DELETE_MANY -> deleteMany(caller, target);
            case ERASE -> useCases.get(EraseUser.class).handle(caller, target.id());
            case INVITE_AGAIN ->
                useCases.get(InviteUser.class)
                        .handle(caller, InviteUser.Command.of(ADDRESS, InviteMode.TEMPORARY_PASSWORD));
            case RESEND_INVITATION -> useCases.get(ResendInvitation.class).handle(caller, target.id());
            case REVOKE_INVITATION -> useCases.get(RevokeInvitation.class).handle(caller, target.id());
        }
    }

    private void resetPassword(Caller caller, GivenUser target) {
        useCases.get(ResetPassword.class)
                .handle(
                        caller,
                        new ResetPassword.Command(
                                target.id(), Password.chosen("battery staple horse"), OtherCredentials.Wish.keepAll()));
    }

    private void update(Caller caller, UpdateUser.Command command, GivenUser target) {
        useCases.get(UpdateUser.class).handle(caller, command);
        assertThat(target.user().id()).isEqualTo(command.user());
    }

    private static UpdateUser.Command change(
            UpdateUser.Command command, Change<Username> username, Change<EmailAddress> email) {
        return command.withUsername(username).withEmail(email);
    }

    /** A service account has none to be given, which is a matter of its own. */
    private void giveTemporaryPassword(Caller caller, GivenUser target) {
        try {
            useCases.get(GiveTemporaryPassword.class).handle(caller, target.id());
        } catch (RefusedException refusal) {
            if (refusal.kind() != RefusedException.Kind.CONFLICT
                    || !target.user().isService()) {
                throw refusal;
            }
        }
    }

    private void deleteMany(Caller caller, GivenUser target) {
        DeleteUsers.Result result = useCases.get(DeleteUsers.class)
                .handle(caller, new DeleteUsers.Command(List.of(target.id()), List.of()))
                .get(0);
        if (result.outcome() == DeleteUsers.Outcome.FAILED) {
            throw RefusedException.forbidden(String.valueOf(result.reason()));
        }
    }

    @Test
    void everyUseCaseOnAnotherAccountHasAnExpectation() throws IOException, URISyntaxException {
        Set<String> known = new TreeSet<>(OTHERS);
        Arrays.stream(Operation.values())
                .map(operation -> operation.useCase.getSimpleName())
                .forEach(known::add);

        Set<String> found = useCasesOnAccounts();

        assertThat(found).hasSizeGreaterThan(30).isSubsetOf(known);
        assertThat(known).allMatch(name -> found.contains(name) || OTHERS.contains(name));
    }

    /** Public classes of the shipped use cases that somebody calls and tells which account, key, session or grant. */
    private static Set<String> useCasesOnAccounts() throws IOException, URISyntaxException {
        Path shipped = Path.of(AccessGuard.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(shipped)) {
            return files.map(file -> shipped.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .map(name -> load(name.substring(0, name.length() - ".class".length())))
                    .filter(type -> Modifier.isPublic(type.getModifiers()) && isCalledOnAnAccount(type))
                    .map(Class::getSimpleName)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Class<?> load(String path) {
        try {
            return Class.forName(path.replace('/', '.').replace('\\', '.'), false, AccessGuard.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static boolean isCalledOnAnAccount(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && method.getName().equals("handle"))
                .anyMatch(TakingOverTest::namesAnAccount);
    }

    private static boolean namesAnAccount(Method method) {
        List<Type> told = new ArrayList<>(Arrays.asList(method.getGenericParameterTypes()));
        boolean called = told.contains(Caller.class);
        return called && told.stream().anyMatch(TakingOverTest::isAboutAnAccount);
    }

    private static boolean isAboutAnAccount(Type type) {
        if (type instanceof Class<?> known
                && known.isRecord()
                && known.getName().startsWith("dev.roster.application")) {
            return Arrays.stream(known.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .anyMatch(TakingOverTest::isAboutAnAccount);
        }
        return Stream.of("UserId", "ApiKeyId", "SessionId", "GrantId", "InvitationId", "EmailAddress")
                .anyMatch(name -> type.getTypeName().matches(".*\\b" + name + "\\b.*"));
    }
}
