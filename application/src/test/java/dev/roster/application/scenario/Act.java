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
    RENAME_USER("rename user {user} to {name}"),
    CHANGE_EMAIL("change e-mail of {user} to {email}"),
    CHANGE_FIRST_NAME("change first name of {user} to {name}"),
    CHANGE_ROLE("change role of {user} to {role}"),
    SET_PASSWORD("set password of {user} to {password}"),
    DEACTIVATE_USER("deactivate user {user}"),
    REACTIVATE_USER("reactivate user {user}"),
    DELETE_USER("delete user {user}"),

    /** Shows the organization's name. */
    SHOW_ORGANIZATION("show organization"),
    RENAME_ORGANIZATION("rename organization to {name}"),

    CREATE_WORKSPACE("create workspace {workspace}"),
    /** Shows the workspace's name. */
    SHOW_WORKSPACE("show workspace {workspace}"),
    /** Shows the names in order. */
    LIST_WORKSPACES("list workspaces"),
    RENAME_WORKSPACE("rename workspace {workspace} to {name}"),
    DELETE_WORKSPACE("delete workspace {workspace}"),

    ADD_MEMBER("add member {user} to {workspace}[ as {role}]"),
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
    RENAME_DATASET("rename dataset {dataset} to {name}"),
    CHANGE_DATASET_ACCESS("change access of {dataset} to {access}"),
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

    /** Shows the caller's username. */
    SHOW_ME("show me"),
    /** What the actor does in a session from then on, they do in this one. */
    LOG_IN("log in as {login} with {password}"),
    /** Shows how many sessions are open. */
    COUNT_SESSIONS("count sessions[ of {user}]"),
    END_SESSION("end session"),
    END_OTHER_SESSIONS("end other sessions"),
    CHANGE_PASSWORD("change password from {current} to {wanted}"),
    /** Shows the token. */
    SHOW_TOKEN("show token[ of {user}]"),
    RENEW_TOKEN("renew token[ of {user}]"),

    /** Shows {@code yes} or {@code no}. */
    DECIDE("may {user} {permission} on {target}"),
    /** Shows the usernames in order of creation. */
    WHO_MAY("who may {permission} on {target}"),
    /** Shows each role held and where, {@code viewer on workspace:legal}. */
    WHAT_MAY("what may {user}"),

    /** Shows action, actor and subject of the newest event, or nothing before the first. */
    SHOW_LAST_AUDIT_EVENT("show last audit event");

    @SuppressWarnings("ImmutableEnumChecker") // a phrase never changes once it is made
    private final Phrase phrase;

    Act(String template) {
        this.phrase = new Phrase(template);
    }

    Optional<Words> read(String text) {
        return phrase.read(text);
    }
}
