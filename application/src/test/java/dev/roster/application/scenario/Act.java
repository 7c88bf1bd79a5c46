package dev.roster.application.scenario;

import java.util.Optional;

/**
 * Everything somebody can try in a scenario, and how it is said. What an act shows, in {@link Outcome#shown()}, is the
 * same through every door.
 */
public enum Act {
    CREATE_USER("create user {user}[ as {role}][ with id of {other}][ with e-mail {email}][ with password {password}]"
            + "[ with token {token}][ in {workspace}]"),
    /** Shows username, account role and status. */
    SHOW_USER("show user {user}"),
    /** Shows the usernames in order. */
    LIST_USERS("list users[ with {text}]"),
    LIST_PEOPLE("list people[ at {text}]"),
    RENAME_USER("rename user {user} to {name}"),
    CHANGE_EMAIL("change e-mail of {user} to {email}"),
    CHANGE_FIRST_NAME("change first name of {user} to {name}"),
    CHANGE_ROLE("change role of {user} to {role}"),
    SET_PASSWORD("set password of {user} to {password}"),
    /**
     * What goes with the old password is {@code keys}, {@code token} or {@code keys,token}. Shows how many sessions ended,
     * how many keys ended and are left, how many for service accounts are left, and what became of the token.
     */
    RESET_PASSWORD("reset password of {user} to {password}[ ending {other}]"),
    DEACTIVATE_USER("deactivate user {user}"),
    REACTIVATE_USER("reactivate user {user}"),
    DELETE_USER("delete user {user}"),

    /** Shows the organization's name. */
    SHOW_ORGANIZATION("show organization"),
    RENAME_ORGANIZATION("rename organization to {name}"),

    /** Shows the organization's name. */
    CREATE_ORGANIZATION("create organization {organization}"),
    DELETE_ORGANIZATION("delete organization {organization}"),
    ADD_ORGANIZATION_MEMBER("add {user} to organization {organization}[ as {role}]"),
    PUT_ORGANIZATION_MEMBER("put {user} in organization {organization} as {role}"),
    CHANGE_ORGANIZATION_MEMBER_ROLE("change {user} of organization {organization} to {role}"),
    REMOVE_ORGANIZATION_MEMBER("remove {user} from organization {organization}"),
    /** Shows the usernames in order of joining. */
    LIST_ORGANIZATION_MEMBERS("list members of organization {organization}"),
    /** Shows the usernames in order of leaving. */
    LIST_FORMER_MEMBERS("list former members of organization {organization}"),

    CREATE_WORKSPACE("create workspace {workspace}[ in organization {organization}]"),
    /** Shows the name that is made from the title. */
    CREATE_TITLED_WORKSPACE("create workspace titled {title}[ in organization {organization}]"),
    /** Shows the workspace's name. */
    SHOW_WORKSPACE("show workspace {workspace}"),
    /** Shows the names in order. */
    LIST_WORKSPACES("list workspaces[ shown as {title}]"),
    RENAME_WORKSPACE("rename workspace {workspace} to {name}"),
    /** Shows the title. */
    RETITLE_WORKSPACE("retitle workspace {workspace} to {title}"),
    TAKE_TITLE_OF_WORKSPACE("take the title of workspace {workspace} away"),
    DELETE_WORKSPACE("delete workspace {workspace}"),
    DELETE_WORKSPACE_WITH_CONTENTS("delete workspace {workspace} and all in it"),

    ADD_MEMBER("add member {user} to {workspace}[ as {role}]"),
    PUT_MEMBER("put member {user} in {workspace} as {role}"),
    CHANGE_MEMBER_ROLE("change member {user} of {workspace} to {role}"),
    /** The account role counts again. */
    CLEAR_MEMBER_ROLE("clear role of member {user} of {workspace}"),
    REMOVE_MEMBER("remove member {user} from {workspace}"),
    /** Shows the usernames in order of joining. */
    LIST_MEMBERS("list members of {workspace}"),
    /** Shows the names in order of joining. */
    LIST_WORKSPACES_OF_USER("list workspaces of {user}"),

    REGISTER_DATASET("register dataset {dataset} in {workspace}[ with access {access}]"),
    /** Shows the dataset's name and access. */
    SHOW_DATASET("show dataset {dataset}"),
    /** Shows the names in order. */
    LIST_DATASETS("list datasets[ of {workspace}]"),
    /** The same. */
    LIST_RESTRICTED_DATASETS("list restricted datasets[ of {workspace}]"),
    /** The same. */
    LIST_DATASETS_OF_CREATOR("list datasets registered by {user}"),
    RENAME_DATASET("rename dataset {dataset} to {name}"),
    CHANGE_DATASET_ACCESS("change access of {dataset} to {access}"),
    REPLACE_CREATOR("replace creator of {dataset} by {user}"),
    DELETE_DATASET("delete dataset {dataset}"),
    ASSIGN_ANNOTATOR("assign {user} to {dataset}"),
    UNASSIGN_ANNOTATOR("unassign {user} from {dataset}"),
    /** Shows the usernames in order of assignment. */
    LIST_ASSIGNEES("list assignees of {dataset}"),
    /** Shows the total. */
    RECORD_CONTRIBUTION("contribute {count} to {dataset}[ for {user}]"),
    /** Shows username and total, one after the other. */
    LIST_CONTRIBUTIONS_TO_DATASET("list contributions to {dataset}"),
    /** Shows name of the dataset and total, one after the other. */
    LIST_CONTRIBUTIONS_BY_USER("list contributions by {user}"),

    /** Shows the role's name. */
    SHOW_ROLE("show role {role}"),
    /** Shows the names in order. */
    LIST_ROLES("list roles"),

    /** Permissions with blanks between them. Shows the role's name, like the two that follow. */
    CREATE_ROLE("create role {role} of {permissions}[ assigned only {narrow}]"),
    CHANGE_ROLE_PERMISSIONS("change permissions of role {role} to {permissions}"),
    DELETE_ROLE("delete role {role}[ for {other}]"),
    /**
     * Shows what each would gain and lose and where, {@code ana workspace:legal +dataset:create -dataset:read}, with a word
     * between where it is for a part of the place.
     */
    PREVIEW_ROLE("preview role {role} with {permissions}[ assigned only {narrow}]"),
    REGISTER_PERMISSION("register permission {permission}[ reaching {reach}]"),

    /** Shows user, role and place, {@code ana viewer workspace:legal}, like all that follow. */
    CREATE_GRANT("grant {role} to {user} on {target}"),
    CHANGE_GRANT("change grant of {user} on {target} to {role}"),
    DELETE_GRANT("take back grant of {user} on {target}"),
    LIST_GRANTS("list grants[ of {user}][ on {target}]"),
    /** Shows the dataset's name and access. */
    RESTRICT_DATASET("restrict {dataset}"),
    UNRESTRICT_DATASET("unrestrict {dataset}"),

    /** Shows the key's name. */
    CREATE_KEY("create key {name}[ for {user}]"),
    /** Shows the names in order of making, of those that are not revoked. */
    LIST_KEYS("list keys of {user}"),
    REVOKE_KEY("revoke key {name} of {user}"),
    /** Shows the account's username, role and status. The role is the membership's. */
    CREATE_SERVICE_ACCOUNT("create service account {user} in {workspace}[ as {role}]"),

    /** Shows username, account role and status. */
    INVITE("invite {email} by {mode}[ as {role}]"),
    INVITE_AFRESH("invite {email} afresh by {mode}"),
    RESEND_INVITATION("resend invitation of {user}"),
    REVOKE_INVITATION("revoke invitation of {user}"),
    /** Shows the usernames in order of invitation. */
    LIST_INVITATIONS("list invitations"),
    ERASE_USER("erase user {user}"),

    /** Shows the caller's username. */
    SHOW_ME("show me"),
    /** What the actor does in a session from then on, they do in this one. */
    LOG_IN("log in as {login} with {password}"),
    /** Shows how many sessions are open. */
    COUNT_SESSIONS("count sessions[ of {user}]"),
    END_SESSION("end session"),
    END_OTHER_SESSIONS("end other sessions"),
    SEND_PASSWORD_LINK("send password link to {user}"),
    HAND_OVER_PASSWORD_LINK("hand over password link of {user}"),
    /** Carries the mails that wait. */
    DELIVER_MAIL("deliver mail"),
    /** With the link of the mail that was carried last. Shows what a reset by the operator shows. */
    FOLLOW_PASSWORD_LINK("follow the mailed link to password {password}[ ending {other}]"),
    RESET_INVITE_LINK("reset sign-up link[ for {domain}]"),
    /** With the sign-up link that was reset last. Shows the username, or nothing while an address waits. */
    SIGN_UP("sign up as {user}[ with e-mail {email}] with password {password}"),
    /** With the link of the mail that was carried last. Shows the username. */
    CONFIRM_SIGN_UP("confirm the mailed sign-up with {password}[ as {user}]"),
    CHANGE_PASSWORD("change password from {current} to {wanted}"),
    /** Shows the token. */
    SHOW_TOKEN("show token[ of {user}]"),
    RENEW_TOKEN("renew token[ of {user}]"),

    /** Shows {@code yes} or {@code no}. */
    DECIDE("may {user} {permission} on {target}"),
    /** Shows the usernames in order of creation. */
    WHO_MAY("who may {permission} on {target}"),
    /** Shows each role held and where, {@code viewer on workspace:legal}; for one place, what they give there. */
    WHAT_MAY("what may {user}[ on {target}]"),

    /** Shows action, actor and subject of the newest event, or nothing before the first. */
    SHOW_LAST_AUDIT_EVENT("show last audit event"),
    /** Shows the same of each, the newest first. */
    LIST_AUDIT_EVENTS("list audit events {action} about {user}"),
    /** Shows whether the trail is intact. */
    VERIFY_AUDIT_TRAIL("verify audit trail");

    @SuppressWarnings("ImmutableEnumChecker") // a phrase never changes once it is made
    private final Phrase phrase;

    Act(String template) {
        this.phrase = new Phrase(template);
    }

    /** Whether it is done in parts by design, each of them whole: what was tried counts, and what was sealed is, whatever becomes of it. */
    public boolean isInParts() {
        return this == SIGN_UP || this == DELIVER_MAIL || this == VERIFY_AUDIT_TRAIL;
    }

    /** Whether it is for people who have no account to act as. */
    public boolean isOpen() {
        return this == LOG_IN || this == FOLLOW_PASSWORD_LINK || this == SIGN_UP || this == CONFIRM_SIGN_UP;
    }

    Optional<Words> read(String text) {
        return phrase.read(text);
    }
}
