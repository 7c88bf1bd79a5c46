package dev.roster.application.scenario;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.Authenticate;
import dev.roster.application.given.Ports;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.UserId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The door of a platform that embeds Roster: it calls the use cases in process. */
public final class UseCaseDriver implements ScenarioDriver {
    static final Origin ORIGIN = new Origin(Door.EMBEDDED, "192.0.2.1", "a scenario");

    private final Ports ports;
    private final Names names;
    private final Authenticate authenticate;
    private final Map<String, SecretText> sessions = new HashMap<>();
    private final UserActs users;
    private final WorkspaceActs workspaces;
    private final DatasetActs datasets;
    private final CredentialActs credentials;
    private final AccessActs access;
    private final OrganizationActs organizations;
    private final RoleActs roles;
    private final AccountActs accounts;

    public UseCaseDriver(Ports ports, InstantSource clock) {
        this(ports, clock, new Names(ports));
    }

    /** @param names shared with another door that performs some of the steps */
    public UseCaseDriver(Ports ports, InstantSource clock, Names names) {
        UseCases useCases = UseCases.over(ports, clock);
        this.ports = ports;
        this.names = names;
        this.authenticate = useCases.get(Authenticate.class);
        this.users = new UserActs(useCases, names);
        this.workspaces = new WorkspaceActs(useCases, names);
        this.datasets = new DatasetActs(useCases, names);
        this.credentials = new CredentialActs(useCases, names, sessions);
        this.access = new AccessActs(useCases, names);
        this.organizations = new OrganizationActs(useCases, names);
        this.roles = new RoleActs(useCases, names);
        this.accounts = new AccountActs(useCases, names);
    }

    @Override
    public Outcome perform(Step step) {
        try {
            return Outcome.ok(show(step));
        } catch (RefusedException refused) {
            return Outcome.of(refused);
        }
    }

    private List<String> show(Step step) {
        Words words = step.words();
        return step.act().isOpen() ? open(step.act(), words) : show(caller(step), step.act(), words);
    }

    private List<String> open(Act act, Words words) {
        return switch (act) {
            case FOLLOW_PASSWORD_LINK -> credentials.followLink(words);
            case SIGN_UP -> accounts.signUp(words);
            case CONFIRM_SIGN_UP -> accounts.confirmSignUp(words);
            default -> credentials.logIn(words);
        };
    }

    private Caller caller(Step step) {
        if (step.isByOperator()) {
            return Caller.operator("root", Origin.of(Door.CLI));
        }
        SecretText secret = step.inSession()
                ? sessions.getOrDefault(step.actor(), new SecretText("never opened"))
                : tokenOf(step.actor());
        return authenticate.handle(secret, ORIGIN);
    }

    /** The token that was given while it works, otherwise the one the user has now. */
    private SecretText tokenOf(String username) {
        SecretText given = new SecretText(Credentials.tokenOf(username));
        UserId user = names.user(username);
        return ports.userTokens()
                .sealedOf(user)
                .flatMap(text -> ports.tokenVault().open(user, text))
                .map(UserToken::secret)
                .orElse(given);
    }

    private List<String> show(Caller caller, Act act, Words words) {
        return switch (act) {
            case CREATE_USER -> users.create(caller, words);
            case SHOW_USER -> users.show(caller, words);
            case LIST_USERS -> users.list(caller, words);
            case LIST_PEOPLE -> users.listPeople(caller, words);
            case RENAME_USER -> users.rename(caller, words);
            case CHANGE_EMAIL -> users.changeEmail(caller, words);
            case CHANGE_FIRST_NAME -> users.changeFirstName(caller, words);
            case CHANGE_ROLE -> users.changeRole(caller, words);
            case RESET_PASSWORD -> credentials.resetPassword(caller, words);
            case SET_PASSWORD -> users.setPassword(caller, words);
            case DEACTIVATE_USER -> users.deactivate(caller, words);
            case REACTIVATE_USER -> users.reactivate(caller, words);
            case DELETE_USER -> users.delete(caller, words);
            case SHOW_ME -> users.showMe(caller);
            case SHOW_ORGANIZATION -> workspaces.showOrganization(caller);
            case RENAME_ORGANIZATION -> workspaces.renameOrganization(caller, words);
            case CREATE_WORKSPACE -> workspaces.create(caller, words);
            case CREATE_TITLED_WORKSPACE -> workspaces.createTitled(caller, words);
            case RETITLE_WORKSPACE, TAKE_TITLE_OF_WORKSPACE -> workspaces.retitle(caller, words);
            case SHOW_WORKSPACE -> workspaces.show(caller, words);
            case LIST_WORKSPACES -> workspaces.list(caller, words);
            case LIST_WORKSPACES_OF_USER -> workspaces.listOfUser(caller, words);
            case RENAME_WORKSPACE -> workspaces.rename(caller, words);
            case DELETE_WORKSPACE -> workspaces.delete(caller, words);
            case DELETE_WORKSPACE_WITH_CONTENTS -> workspaces.deleteWithContents(caller, words);
            case ADD_MEMBER -> workspaces.addMember(caller, words);
            case PUT_MEMBER -> workspaces.putMember(caller, words);
            case CHANGE_MEMBER_ROLE, CLEAR_MEMBER_ROLE -> workspaces.changeMemberRole(caller, words);
            case REMOVE_MEMBER -> workspaces.removeMember(caller, words);
            case LIST_MEMBERS -> workspaces.listMembers(caller, words);
            case REGISTER_DATASET -> datasets.register(caller, words);
            case SHOW_DATASET -> datasets.show(caller, words);
            case LIST_DATASETS -> datasets.list(caller, words);
            case LIST_RESTRICTED_DATASETS -> datasets.listRestricted(caller, words);
            case LIST_DATASETS_OF_CREATOR -> datasets.listOfCreator(caller, words);
            case RENAME_DATASET -> datasets.rename(caller, words);
            case CHANGE_DATASET_ACCESS -> datasets.changeAccess(caller, words);
            case REPLACE_CREATOR -> datasets.replaceCreator(caller, words);
            case DELETE_DATASET -> datasets.delete(caller, words);
            case ASSIGN_ANNOTATOR -> datasets.assign(caller, words);
            case UNASSIGN_ANNOTATOR -> datasets.unassign(caller, words);
            case LIST_ASSIGNEES -> datasets.listAssignees(caller, words);
            case RECORD_CONTRIBUTION -> datasets.contribute(caller, words);
            case LIST_CONTRIBUTIONS_TO_DATASET -> datasets.listContributionsTo(caller, words);
            case LIST_CONTRIBUTIONS_BY_USER -> datasets.listContributionsBy(caller, words);
            case SEND_PASSWORD_LINK -> credentials.sendLink(caller, words);
            case HAND_OVER_PASSWORD_LINK -> credentials.handOverLink(caller, words);
            case DELIVER_MAIL -> credentials.deliverMail(caller);
            case LOG_IN, FOLLOW_PASSWORD_LINK, SIGN_UP, CONFIRM_SIGN_UP -> open(act, words);
            case RESET_INVITE_LINK -> accounts.resetInviteLink(caller, words);
            case COUNT_SESSIONS -> credentials.countSessions(caller, words);
            case END_SESSION -> credentials.endSession(caller);
            case END_OTHER_SESSIONS -> credentials.endOtherSessions(caller);
            case CHANGE_PASSWORD -> credentials.changePassword(caller, words);
            case SHOW_TOKEN -> credentials.showToken(caller, words);
            case RENEW_TOKEN -> credentials.renewToken(caller, words);
            case CREATE_ORGANIZATION -> organizations.create(caller, words);
            case DELETE_ORGANIZATION -> organizations.delete(caller, words);
            case ADD_ORGANIZATION_MEMBER -> organizations.addMember(caller, words);
            case PUT_ORGANIZATION_MEMBER -> organizations.putMember(caller, words);
            case CHANGE_ORGANIZATION_MEMBER_ROLE -> organizations.changeMemberRole(caller, words);
            case REMOVE_ORGANIZATION_MEMBER -> organizations.removeMember(caller, words);
            case LIST_ORGANIZATION_MEMBERS -> organizations.listMembers(caller, words);
            case LIST_FORMER_MEMBERS -> organizations.listFormerMembers(caller, words);
            case CREATE_ROLE -> roles.create(caller, words);
            case CHANGE_ROLE_PERMISSIONS -> roles.changePermissions(caller, words);
            case DELETE_ROLE -> roles.delete(caller, words);
            case PREVIEW_ROLE -> roles.preview(caller, words);
            case REGISTER_PERMISSION -> roles.register(caller, words);
            case CREATE_GRANT -> roles.grant(caller, words);
            case CHANGE_GRANT -> roles.changeGrant(caller, words);
            case DELETE_GRANT -> roles.takeBack(caller, words);
            case LIST_GRANTS -> roles.listGrants(caller, words);
            case RESTRICT_DATASET, UNRESTRICT_DATASET -> datasets.restrict(caller, act, words);
            case CREATE_KEY -> accounts.createKey(caller, words);
            case LIST_KEYS -> accounts.listKeys(caller, words);
            case REVOKE_KEY -> accounts.revokeKey(caller, words);
            case CREATE_SERVICE_ACCOUNT -> accounts.createServiceAccount(caller, words);
            case INVITE, INVITE_AFRESH -> accounts.invite(caller, act, words);
            case RESEND_INVITATION -> accounts.resend(caller, words);
            case REVOKE_INVITATION -> accounts.revoke(caller, words);
            case LIST_INVITATIONS -> accounts.listInvitations(caller);
            case ERASE_USER -> accounts.erase(caller, words);
            case SHOW_ROLE -> access.showRole(caller, words);
            case LIST_ROLES -> access.listRoles(caller);
            case DECIDE -> access.decide(caller, words);
            case WHO_MAY -> access.whoMay(caller, words);
            case WHAT_MAY -> access.whatMay(caller, words);
            case LIST_AUDIT_EVENTS -> access.auditEvents(caller, words);
            case VERIFY_AUDIT_TRAIL -> access.verifyAuditTrail(caller);
            case SHOW_LAST_AUDIT_EVENT -> access.lastAuditEvent(caller);
        };
    }

    /** What a list shows: one word for each item. */
    static <T> List<String> each(List<T> items, Function<T, Object> naming) {
        return items.stream().map(item -> naming.apply(item).toString()).toList();
    }
}
