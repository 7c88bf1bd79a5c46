package dev.roster.cli.transfer;

import dev.roster.application.Change;
import dev.roster.application.declaration.Declaration;
import dev.roster.application.declaration.DeclaredMember;
import dev.roster.application.declaration.DeclaredOrganization;
import dev.roster.application.declaration.DeclaredRole;
import dev.roster.application.declaration.DeclaredUser;
import dev.roster.application.declaration.DeclaredWorkspace;
import dev.roster.application.declaration.Expectation;
import dev.roster.cli.terminal.Misspelling;
import dev.roster.cli.terminal.TargetName;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a declaration of a YAML file, as docs/apply.md describes it. What is wrong is noted, and the rest is read on. */
final class DeclarationReader {
    private static final String ROLES = "roles";
    private static final String USERS = "users";
    private static final String EMAIL = "email";
    private static final String ROLE = "role";
    private static final String PASSWORD = "password";
    private static final String TOKEN = "token";
    private static final String ORGANIZATIONS = "organizations";
    private static final String WORKSPACES = "workspaces";
    private static final String EXPECT = "expect";
    private static final Pattern EXPECTATION =
            Pattern.compile("(?<user>.+?)\\s+may\\s+(?<not>not\\s+)?(?<permission>\\S+)(?:\\s+(?<place>.+))?");
    private static final String MEMBERS = "members";
    private static final String DESCRIPTION = "description";
    private static final String PERMISSIONS = "permissions";
    private static final String ASSIGNED_ONLY = "assigned-only";
    private static final String REACHES_WORKSPACES = "reaches-workspaces";
    private static final String TITLE = "title";

    private static final List<String> OWN_PERMISSIONS =
            Arrays.stream(RosterPermission.values()).map(RosterPermission::key).toList();

    private final Mistakes mistakes;
    private final Map<List<String>, Integer> lines = new HashMap<>();
    private boolean declaredRight;

    DeclarationReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** Without what a mistake was noted of, so that the rest can be looked at, and only that. */
    Declaration read(YamlValue file) {
        YamlFields top = YamlFields.of(file, mistakes, ROLES, USERS, ORGANIZATIONS, EXPECT);
        if (top.isEmpty()) {
            mistakes.add(
                    file.line(), "nothing is declared here, expected `roles`, `users`, `organizations` or `expect`");
        }
        List<DeclaredRole> roles = each(top, ROLES, entry -> role(entry, List.of(ROLES)));
        List<DeclaredUser> users = each(top, USERS, entry -> user(entry, List.of(USERS)));
        List<DeclaredOrganization> organizations =
                each(top, ORGANIZATIONS, entry -> organization(entry, List.of(ORGANIZATIONS)));
        declaredRight = mistakes.isEmpty();
        return new Declaration(
                roles,
                users,
                organizations,
                top.list(EXPECT).orElse(List.of()).stream()
                        .map(this::expectation)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Whether no mistake was noted of what is declared; expectations may be written wrong. */
    boolean isDeclaredRight() {
        return declaredRight;
    }

    private @Nullable Expectation expectation(YamlValue.Text line) {
        lines.putIfAbsent(List.of(EXPECT, line.value()), line.line());
        Matcher parts = EXPECTATION.matcher(line.value());
        if (!parts.matches()) {
            mistakes.add(
                    line.line(),
                    "expected a line such as `ada may dataset:annotate legal/contracts` or `ada may not "
                            + "user:create`, but "
                            + "found " + UserText.quote(line.value()));
            return null;
        }
        Permission permission = permission(new YamlValue.Text(parts.group("permission"), line.line(), true));
        String place = parts.group("place");
        TargetName target = place == null ? TargetName.instance() : TargetName.parse(place);
        return permission == null
                ? null
                : attempt(
                        line.line(),
                        () -> new Expectation(
                                line.value(),
                                parts.group("user"),
                                parts.group("not") == null,
                                permission,
                                target.kind(),
                                target.name()));
    }

    /** Where the names of such a path stand, or as much of it as there is. */
    int lineOf(List<String> path) {
        for (int length = path.size(); length > 0; length--) {
            Integer line = lines.get(path.subList(0, length));
            if (line != null) {
                return line;
            }
        }
        return 1;
    }

    private @Nullable DeclaredRole role(YamlFields.Named entry, List<String> above) {
        RoleName name = attempt(entry.line(), () -> new RoleName(entry.name()));
        YamlFields fields =
                YamlFields.of(entry.value(), mistakes, DESCRIPTION, PERMISSIONS, ASSIGNED_ONLY, REACHES_WORKSPACES);
        Change<String> description = fields.text(DESCRIPTION);
        Change<PermissionSet> permissions = permissions(fields, PERMISSIONS);
        Change<PermissionSet> assignedOnly = permissions(fields, ASSIGNED_ONLY);
        Change<Boolean> reachesWorkspaces = fields.flag(REACHES_WORKSPACES);
        if (name == null) {
            return null;
        }
        pathTo(above, name, entry);
        DeclaredRole bare = DeclaredRole.named(name)
                .withPermissions(permissions)
                .withAssignedOnly(assignedOnly)
                .withReachesWorkspaces(reachesWorkspaces);
        return Objects.requireNonNullElse(
                attempt(fields.lineOf(DESCRIPTION, entry.line()), () -> bare.withDescription(description)), bare);
    }

    private @Nullable DeclaredUser user(YamlFields.Named entry, List<String> above) {
        Username name = attempt(entry.line(), () -> new Username(entry.name()));
        YamlFields fields = YamlFields.of(entry.value(), mistakes, EMAIL, ROLE, PASSWORD, TOKEN);
        EmailAddress email = value(fields, EMAIL, EmailAddress::new);
        RoleName role = value(fields, ROLE, RoleName::new);
        Password password = value(fields, PASSWORD, Password::chosen);
        UserToken token = value(fields, TOKEN, UserToken::of);
        if (name == null) {
            return null;
        }
        pathTo(above, name, entry);
        return DeclaredUser.named(name)
                .withEmail(email)
                .withRole(role)
                .withPassword(password)
                .withToken(token);
    }

    private <T> @Nullable T value(YamlFields fields, String key, Function<String, T> reading) {
        @Nullable String text = fields.text(key).applyTo(null);
        return text == null ? null : attempt(fields.lineOf(key, 1), () -> reading.apply(text));
    }

    private @Nullable DeclaredOrganization organization(YamlFields.Named entry, List<String> above) {
        OrganizationName name = attempt(entry.line(), () -> new OrganizationName(entry.name()));
        YamlFields fields = YamlFields.of(entry.value(), mistakes, DESCRIPTION, MEMBERS, WORKSPACES);
        Change<String> description = fields.text(DESCRIPTION);
        List<String> path = pathTo(above, name == null ? entry.name() : name, entry);
        List<DeclaredMember> members = members(fields, path);
        List<String> inside = with(path, WORKSPACES);
        List<DeclaredWorkspace> workspaces = each(fields, WORKSPACES, workspace -> workspace(workspace, inside));
        if (name == null) {
            return null;
        }
        DeclaredOrganization bare = new DeclaredOrganization(name, Change.none(), members, workspaces);
        return Objects.requireNonNullElse(
                attempt(
                        fields.lineOf(DESCRIPTION, entry.line()),
                        () -> new DeclaredOrganization(name, description, members, workspaces)),
                bare);
    }

    private @Nullable DeclaredWorkspace workspace(YamlFields.Named entry, List<String> above) {
        WorkspaceName name = attempt(entry.line(), () -> new WorkspaceName(entry.name()));
        YamlFields fields = YamlFields.of(entry.value(), mistakes, TITLE, DESCRIPTION, MEMBERS);
        Change<String> title = fields.text(TITLE);
        Change<String> description = fields.text(DESCRIPTION);
        List<DeclaredMember> members = members(fields, pathTo(above, name == null ? entry.name() : name, entry));
        if (name == null) {
            return null;
        }
        DeclaredWorkspace bare = new DeclaredWorkspace(name, Change.none(), Change.none(), members);
        return Objects.requireNonNullElse(
                attempt(
                        fields.lineOf(TITLE, fields.lineOf(DESCRIPTION, entry.line())),
                        () -> new DeclaredWorkspace(name, title, description, members)),
                bare);
    }

    /** Null, so that nobody is put out, where `members:` is followed by nothing; `{}` says that there are none. */
    private @Nullable List<DeclaredMember> members(YamlFields place, List<String> path) {
        if (!place.isSaid(MEMBERS)) {
            return null;
        }
        List<String> inside = with(path, MEMBERS);
        return each(place, MEMBERS, entry -> member(entry, inside));
    }

    private @Nullable DeclaredMember member(YamlFields.Named entry, List<String> above) {
        DeclaredMember member = attempt(entry.line(), () -> new DeclaredMember(entry.name(), role(entry.value())));
        if (member != null) {
            pathTo(above, member.user(), entry);
        }
        return member;
    }

    private static @Nullable RoleName role(YamlValue value) {
        if (!(value instanceof YamlValue.Text text)) {
            throw RefusedException.invalid(
                    "role", "expected a role, or ~ for the account role, but found " + value.describe());
        }
        return text.isNothing() ? null : new RoleName(text.value());
    }

    private Change<PermissionSet> permissions(YamlFields role, String key) {
        return role.list(key)
                .map(items -> PermissionSet.of(items.stream()
                        .map(this::permission)
                        .filter(Objects::nonNull)
                        .toList()));
    }

    private @Nullable Permission permission(YamlValue.Text key) {
        try {
            return Permission.parse(key.value());
        } catch (RefusedException unknown) {
            mistakes.add(key.line(), unknown.reason() + Misspelling.hint(key.value(), OWN_PERMISSIONS));
            return null;
        }
    }

    private <T> List<T> each(YamlFields fields, String key, Function<YamlFields.Named, @Nullable T> reading) {
        List<T> read = new ArrayList<>();
        for (YamlFields.Named entry : fields.entries(key)) {
            T item = reading.apply(entry);
            if (item != null) {
                read.add(item);
            }
        }
        return read;
    }

    private <T> @Nullable T attempt(int line, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RefusedException refused) {
            mistakes.add(line, refused.reason());
            return null;
        }
    }

    private List<String> pathTo(List<String> above, Object name, YamlFields.Named entry) {
        List<String> path = with(above, name.toString());
        lines.putIfAbsent(path, entry.line());
        return path;
    }

    private static List<String> with(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
    }
}
