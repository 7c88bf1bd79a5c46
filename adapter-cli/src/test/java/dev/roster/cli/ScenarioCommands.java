package dev.roster.cli;

import dev.roster.application.given.Ports;
import dev.roster.application.scenario.Act;
import dev.roster.application.scenario.Names;
import dev.roster.application.scenario.Words;
import dev.roster.domain.access.Target;
import dev.roster.domain.text.NameKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the acts of scenarios are typed. */
final class ScenarioCommands {
    private final Ports ports;
    private final Names names;

    ScenarioCommands(Ports ports, Names names) {
        this.ports = ports;
        this.names = names;
    }

    /**
     * What to type, and which fields of the JSON answer are what the act shows.
     *
     * @param shown paths such as {@code user.username}
     */
    record Typed(List<String> arguments, List<String> shown) {
        static Typed of(String... arguments) {
            return new Typed(List.of(arguments), List.of());
        }

        Typed with(String... more) {
            List<String> all = new ArrayList<>(arguments);
            all.addAll(List.of(more));
            return new Typed(List.copyOf(all), shown);
        }

        Typed option(String option, Words words, String slot) {
            return words.has(slot) ? with(option, words.get(slot)) : this;
        }

        Typed showing(String... paths) {
            return new Typed(arguments, List.of(paths));
        }
    }

    /** Empty for what concerns the caller's own account, which the command line knows nothing of. */
    Optional<Typed> type(Act act, Words words) {
        return switch (act) {
            case CREATE_KEY -> words.has("user") ? Optional.of(aboutAccounts(act, words)) : Optional.empty();
            case LIST_KEYS,
                    REVOKE_KEY,
                    CREATE_SERVICE_ACCOUNT,
                    INVITE,
                    INVITE_AFRESH,
                    RESEND_INVITATION,
                    REVOKE_INVITATION,
                    RESET_INVITE_LINK,
                    CONFIRM_SIGN_UP,
                    LIST_INVITATIONS,
                    ERASE_USER -> Optional.of(aboutAccounts(act, words));
            case CREATE_ORGANIZATION,
                    DELETE_ORGANIZATION,
                    ADD_ORGANIZATION_MEMBER,
                    PUT_ORGANIZATION_MEMBER,
                    CHANGE_ORGANIZATION_MEMBER_ROLE,
                    REMOVE_ORGANIZATION_MEMBER,
                    LIST_ORGANIZATION_MEMBERS,
                    LIST_FORMER_MEMBERS -> Optional.of(aboutOrganizations(act, words));
            case CREATE_ROLE, CHANGE_ROLE_PERMISSIONS, DELETE_ROLE, PREVIEW_ROLE, REGISTER_PERMISSION ->
                Optional.of(aboutRoles(act, words));
            case CREATE_GRANT, CHANGE_GRANT, DELETE_GRANT, LIST_GRANTS -> Optional.of(aboutGrants(act, words));
            case FOLLOW_PASSWORD_LINK, SIGN_UP, DELIVER_MAIL -> Optional.empty();
            case SHOW_ME, LOG_IN, END_SESSION, END_OTHER_SESSIONS, CHANGE_PASSWORD -> Optional.empty();
            case COUNT_SESSIONS, SHOW_TOKEN, RENEW_TOKEN ->
                words.has("user") ? Optional.of(aboutCredentials(act, words)) : Optional.empty();
            case RECORD_CONTRIBUTION -> words.has("user") ? Optional.of(contribute(words)) : Optional.empty();
            case CREATE_USER,
                    SHOW_USER,
                    LIST_USERS,
                    LIST_PEOPLE,
                    RENAME_USER,
                    CHANGE_EMAIL,
                    CHANGE_FIRST_NAME,
                    CHANGE_ROLE,
                    SET_PASSWORD,
                    RESET_PASSWORD,
                    SEND_PASSWORD_LINK,
                    HAND_OVER_PASSWORD_LINK,
                    DEACTIVATE_USER,
                    REACTIVATE_USER,
                    DELETE_USER -> Optional.of(aboutUsers(act, words));
            case SHOW_ORGANIZATION,
                    RENAME_ORGANIZATION,
                    CREATE_WORKSPACE,
                    CREATE_TITLED_WORKSPACE,
                    RETITLE_WORKSPACE,
                    TAKE_TITLE_OF_WORKSPACE,
                    SHOW_WORKSPACE,
                    LIST_WORKSPACES,
                    RENAME_WORKSPACE,
                    DELETE_WORKSPACE,
                    DELETE_WORKSPACE_WITH_CONTENTS,
                    ADD_MEMBER,
                    PUT_MEMBER,
                    CHANGE_MEMBER_ROLE,
                    CLEAR_MEMBER_ROLE,
                    REMOVE_MEMBER,
                    LIST_MEMBERS,
                    LIST_WORKSPACES_OF_USER -> Optional.of(aboutWorkspaces(act, words));
            case REGISTER_DATASET,
                    SHOW_DATASET,
                    LIST_DATASETS,
                    LIST_RESTRICTED_DATASETS,
                    LIST_DATASETS_OF_CREATOR,
                    RENAME_DATASET,
                    CHANGE_DATASET_ACCESS,
                    REPLACE_CREATOR,
                    DELETE_DATASET,
                    RESTRICT_DATASET,
                    UNRESTRICT_DATASET,
                    ASSIGN_ANNOTATOR,
                    UNASSIGN_ANNOTATOR,
                    LIST_ASSIGNEES,
                    LIST_CONTRIBUTIONS_TO_DATASET,
                    LIST_CONTRIBUTIONS_BY_USER -> Optional.of(aboutDatasets(act, words));
            case SHOW_ROLE,
                    LIST_ROLES,
                    DECIDE,
                    WHO_MAY,
                    WHAT_MAY,
                    SHOW_LAST_AUDIT_EVENT,
                    LIST_AUDIT_EVENTS,
                    VERIFY_AUDIT_TRAIL -> Optional.of(aboutAccess(act, words));
        };
    }

    private Typed aboutCredentials(Act act, Words words) {
        String user = user(words);
        return switch (act) {
            case COUNT_SESSIONS -> Typed.of("sessions", "list", user);
            case SHOW_TOKEN -> Typed.of("token", "show", user).showing("user_token");
            default -> Typed.of("token", "renew", user);
        };
    }

    private Typed contribute(Words words) {
        return Typed.of("datasets", "contribute", dataset(words), user(words), "--count", words.get("count"))
                .showing("count");
    }

    private Typed aboutUsers(Act act, Words words) {
        Typed update = Typed.of("users", "update").showing("username", "role", "status");
        return switch (act) {
            case CREATE_USER -> create(words);
            case LIST_USERS ->
                Typed.of("users", "list").option("--search", words, "text").showing("username");
            case LIST_PEOPLE ->
                Typed.of("people", "list").option("--email", words, "text").showing("username");
            case RENAME_USER -> update.with(user(words), "--username", words.get("name"));
            case CHANGE_EMAIL -> update.with(user(words), "--email", words.get("email"));
            case CHANGE_FIRST_NAME -> update.with(user(words), "--first-name", words.get("name"));
            case CHANGE_ROLE -> update.with(user(words), "--role", words.get("role"));
            case SET_PASSWORD -> update.with(user(words), "--password", words.get("password"));
            case RESET_PASSWORD -> reset(words);
            case SEND_PASSWORD_LINK -> Typed.of("users", "password-link", user(words));
            case HAND_OVER_PASSWORD_LINK -> Typed.of("users", "password-link", user(words), "--no-mail");
            case DEACTIVATE_USER -> user("deactivate", words);
            case REACTIVATE_USER -> user("reactivate", words);
            case DELETE_USER -> user("delete", words).with("--yes");
            default -> user("show", words);
        };
    }

    private Typed reset(Words words) {
        Typed reset = Typed.of("reset-password", "--username", user(words), "--password", words.get("password"))
                .showing("sessions_ended", "keys_ended", "keys_left", "service_keys_left", "user_token");
        Typed keys = words.names("other", "keys") ? reset.with("--end-keys") : reset;
        return words.names("other", "token") ? keys.with("--renew-token") : keys;
    }

    private Typed create(Words words) {
        Typed create = Typed.of("users", "create", words.get("user"))
                .option("--role", words, "role")
                .option("--email", words, "email")
                .option("--password", words, "password")
                .option("--user-token", words, "token")
                .option("--workspace", words, "workspace")
                .showing("username", "role", "status");
        return words.has("other")
                ? create.with("--id", names.user(words.get("other")).toString())
                : create;
    }

    private Typed user(String command, Words words) {
        return Typed.of("users", command, user(words)).showing("username", "role", "status");
    }

    private Typed aboutWorkspaces(Act act, Words words) {
        return switch (act) {
            case SHOW_ORGANIZATION ->
                Typed.of("organizations", "show", organization()).showing("name");
            case RENAME_ORGANIZATION ->
                Typed.of("organizations", "update", organization(), "--name", words.get("name"))
                        .showing("name");
            case CREATE_WORKSPACE ->
                Typed.of("workspaces", "create", words.get("workspace"))
                        .option("--organization", words, "organization")
                        .showing("name");
            case CREATE_TITLED_WORKSPACE ->
                Typed.of("workspaces", "create")
                        .option("--title", words, "title")
                        .option("--organization", words, "organization")
                        .showing("name");
            case RETITLE_WORKSPACE ->
                Typed.of("workspaces", "update", words.get("workspace"), "--title", words.get("title"))
                        .showing("title");
            case TAKE_TITLE_OF_WORKSPACE -> Typed.of("workspaces", "update", words.get("workspace"), "--clear-title");
            case SHOW_WORKSPACE -> workspace("show", words);
            case LIST_WORKSPACES ->
                Typed.of("workspaces", "list").option("--title", words, "title").showing("name");
            case RENAME_WORKSPACE -> workspace("update", words).with("--name", words.get("name"));
            case DELETE_WORKSPACE -> workspace("delete", words).with("--yes");
            case DELETE_WORKSPACE_WITH_CONTENTS -> workspace("delete", words).with("--contents", "--yes");
            case ADD_MEMBER -> member("add", words).option("--role", words, "role");
            case PUT_MEMBER -> member("put", words).option("--role", words, "role");
            case CHANGE_MEMBER_ROLE -> member("set-role", words).option("--role", words, "role");
            case CLEAR_MEMBER_ROLE -> member("set-role", words).with("--no-role");
            case REMOVE_MEMBER -> member("remove", words).showing("username");
            case LIST_MEMBERS -> Typed.of("members", "list", workspace(words)).showing("user.username");
            default -> Typed.of("users", "workspaces", user(words)).showing("workspace.name");
        };
    }

    private Typed workspace(String command, Words words) {
        return Typed.of("workspaces", command, workspace(words)).showing("name");
    }

    private Typed member(String command, Words words) {
        return Typed.of("members", command, workspace(words), user(words)).showing("user.username");
    }

    private Typed aboutDatasets(Act act, Words words) {
        return switch (act) {
            case REGISTER_DATASET ->
                Typed.of("datasets", "register", workspace(words) + "/" + words.get("dataset"))
                        .option("--access", words, "access")
                        .showing("name", "access");
            case LIST_DATASETS ->
                Typed.of("datasets", "list")
                        .option("--workspace", words, "workspace")
                        .showing("name");
            case LIST_RESTRICTED_DATASETS ->
                Typed.of("datasets", "list", "--restricted")
                        .option("--workspace", words, "workspace")
                        .showing("name");
            case LIST_DATASETS_OF_CREATOR ->
                Typed.of("datasets", "list", "--creator", user(words)).showing("name");
            case RENAME_DATASET -> dataset("update", words).option("--name", words, "name");
            case CHANGE_DATASET_ACCESS -> dataset("update", words).option("--access", words, "access");
            case REPLACE_CREATOR -> dataset("update", words).with("--creator", user(words));
            case DELETE_DATASET -> dataset("delete", words).with("--yes");
            case RESTRICT_DATASET -> dataset("restrict", words);
            case UNRESTRICT_DATASET -> dataset("unrestrict", words);
            case ASSIGN_ANNOTATOR -> dataset("assign", words).with(user(words)).showing("user.username");
            case UNASSIGN_ANNOTATOR ->
                dataset("unassign", words).with(user(words)).showing("username");
            case LIST_ASSIGNEES -> dataset("assignees", words).showing("user.username");
            case LIST_CONTRIBUTIONS_TO_DATASET ->
                Typed.of("datasets", "contributions", "--dataset", dataset(words))
                        .showing("user.name", "count");
            case LIST_CONTRIBUTIONS_BY_USER ->
                Typed.of("datasets", "contributions", "--user", user(words)).showing("dataset.name", "count");
            default -> dataset("show", words);
        };
    }

    private Typed dataset(String command, Words words) {
        return Typed.of("datasets", command, dataset(words)).showing("name", "access");
    }

    private Typed aboutAccess(Act act, Words words) {
        return switch (act) {
            case SHOW_ROLE -> Typed.of("roles", "show", words.get("role")).showing("name");
            case LIST_ROLES -> Typed.of("roles", "list").showing("name");
            case DECIDE -> Typed.of("can", user(words), words.get("permission"), target(words));
            case WHO_MAY ->
                Typed.of("who-may", words.get("permission"), target(words)).showing("username");
            case WHAT_MAY -> Typed.of("what-may", user(words));
            case LIST_AUDIT_EVENTS ->
                Typed.of("audit", "--action", words.get("action"))
                        .with("--subject", names.user(words.get("user")).toString())
                        .showing("action", "actor", "subject.name");
            case VERIFY_AUDIT_TRAIL -> Typed.of("audit", "verify").showing("intact");
            default -> Typed.of("audit", "--limit", "1").showing("action", "actor", "subject.name");
        };
    }

    private Typed aboutAccounts(Act act, Words words) {
        Typed invite = Typed.of("invitations", "create").showing("user.username", "user.role", "user.status");
        return switch (act) {
            case CREATE_KEY ->
                Typed.of("keys", "create", user(words), words.get("name")).showing("name");
            case LIST_KEYS ->
                Typed.of("keys", "list", "--user", user(words), "--status", "active")
                        .showing("name");
            case REVOKE_KEY ->
                Typed.of(
                        "keys",
                        "revoke",
                        names.key(words.get("user"), words.get("name")).toString());
            case CREATE_SERVICE_ACCOUNT -> serviceAccount(words);
            case INVITE ->
                invite.with(words.get("email"), "--mode", words.get("mode")).option("--role", words, "role");
            case INVITE_AFRESH -> invite.with(words.get("email"), "--mode", words.get("mode"), "--afresh");
            case RESEND_INVITATION ->
                Typed.of("invitations", "resend", user(words)).showing("user.username", "user.role", "user.status");
            case RESET_INVITE_LINK ->
                Typed.of("invite-link", "reset", organization()).option("--domain", words, "domain");
            case CONFIRM_SIGN_UP ->
                Typed.of("sign-up", "confirm", names.mailedSecret(), "--password", words.get("password"))
                        .option("--username", words, "user")
                        .showing("username");
            case REVOKE_INVITATION -> Typed.of("invitations", "revoke", user(words), "--yes");
            case LIST_INVITATIONS -> Typed.of("invitations", "list").showing("user.username");
            default -> Typed.of("users", "erase", user(words), "--yes");
        };
    }

    private Typed serviceAccount(Words words) {
        String place = workspace(words) + (words.has("role") ? ":" + words.get("role") : "");
        return Typed.of("service-accounts", "create", words.get("user"), "--workspace", place)
                .showing("user.username", "user.role", "user.status");
    }

    private Typed aboutOrganizations(Act act, Words words) {
        return switch (act) {
            case CREATE_ORGANIZATION ->
                Typed.of("organizations", "create", words.get("organization")).showing("name");
            case DELETE_ORGANIZATION -> Typed.of("organizations", "delete", organization(words), "--yes");
            case ADD_ORGANIZATION_MEMBER ->
                organizationMember("add", words).option("--role", words, "role").showing("user.username");
            case PUT_ORGANIZATION_MEMBER ->
                organizationMember("put", words).option("--role", words, "role").showing("user.username");
            case CHANGE_ORGANIZATION_MEMBER_ROLE ->
                organizationMember("set-role", words)
                        .option("--role", words, "role")
                        .showing("user.username");
            case REMOVE_ORGANIZATION_MEMBER ->
                organizationMember("remove", words).showing("username");
            case LIST_FORMER_MEMBERS ->
                Typed.of("organizations", "members", "list", organization(words), "--former")
                        .showing("user.username");
            default ->
                Typed.of("organizations", "members", "list", organization(words))
                        .showing("user.username");
        };
    }

    private Typed organizationMember(String command, Words words) {
        return Typed.of("organizations", "members", command, organization(words), user(words));
    }

    private Typed aboutRoles(Act act, Words words) {
        return switch (act) {
            case CREATE_ROLE ->
                permissions(Typed.of("roles", "create", words.get("role")), words)
                        .showing("name");
            case CHANGE_ROLE_PERMISSIONS ->
                permissions(Typed.of("roles", "update", words.get("role")), words)
                        .showing("name");
            case PREVIEW_ROLE -> permissions(Typed.of("roles", "update", words.get("role"), "--dry-run"), words);
            case DELETE_ROLE ->
                Typed.of("roles", "delete", words.get("role"), "--yes")
                        .option("--reassign", words, "other")
                        .showing("name");
            default -> registration(words);
        };
    }

    private static Typed registration(Words words) {
        Typed registration = Typed.of("permissions", "register", words.get("permission"));
        for (Map.Entry<String, String> reach : words.pairs("reach").entrySet()) {
            registration = registration.with("--reach", reach.getKey() + "=" + reach.getValue());
        }
        return registration;
    }

    private static Typed permissions(Typed command, Words words) {
        Typed all = command;
        for (String permission : words.get("permissions").split(" ", -1)) {
            all = all.with("--permission", permission);
        }
        if (words.has("narrow")) {
            for (String permission : words.get("narrow").split(" ", -1)) {
                all = all.with("--assigned-only", permission);
            }
        }
        return all;
    }

    private Typed aboutGrants(Act act, Words words) {
        return switch (act) {
            case CREATE_GRANT -> grant("create", words).with("--role", words.get("role"));
            case CHANGE_GRANT -> grant("update", words).with("--role", words.get("role"));
            case DELETE_GRANT -> grant("delete", words);
            default -> listGrants(words);
        };
    }

    private Typed grant(String command, Words words) {
        return Typed.of("grants", command, target(words), user(words));
    }

    private Typed listGrants(Words words) {
        Typed list = Typed.of("grants", "list");
        Typed ofUser = words.has("user") ? list.with("--user", user(words)) : list;
        if (!words.has("target")) {
            return ofUser;
        }
        Target.Ref target = names.target(words.get("target"));
        return ofUser.with("--" + target.kind().word(), target.id().toString());
    }

    private String organization(Words words) {
        String name = words.get("organization");
        String id = names.organization(name).toString();
        return ports.organizations().findByName(NameKey.of(name)).isPresent() ? name : id;
    }

    private String organization() {
        return names.organization().toString();
    }

    /** The name while somebody has it; what was renamed goes on under its id. */
    private String user(Words words) {
        String name = words.get("user");
        String id = names.user(name).toString();
        return ports.users().findByUsername(NameKey.of(name)).isPresent() ? name : id;
    }

    private String workspace(Words words) {
        String name = words.get("workspace");
        String id = names.workspace(name).toString();
        return ports.workspaces().findByName(NameKey.of(name)).isPresent() ? name : id;
    }

    /** Scenarios name datasets without their workspace. */
    private String dataset(Words words) {
        return names.dataset(words.get("dataset")).toString();
    }

    private String target(Words words) {
        Target.Ref target = names.target(words.get("target"));
        String kind = target.kind().word();
        return target.kind() == Target.Kind.INSTANCE ? kind : kind + ":" + target.id();
    }
}
