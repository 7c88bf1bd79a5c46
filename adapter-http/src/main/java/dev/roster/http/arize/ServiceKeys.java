package dev.roster.http.arize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.roster.application.access.Caller;
import dev.roster.application.credential.CreateServiceAccount;
import dev.roster.application.credential.CreateServiceAccount.OrganizationPlace;
import dev.roster.application.credential.CreateServiceAccount.WorkspacePlace;
import dev.roster.application.credential.KeyIssuer;
import dev.roster.application.organization.FindOrganization;
import dev.roster.application.workspace.FindWorkspace;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.Translated;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fault;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Service keys: an account for programs with its places and its key, asked for in one of two shapes: as organizations with
 * spaces from release 8.41, and before as one space with bare names of roles (contract §8.3).
 */
final class ServiceKeys {
    private static final int MOST_PLACES = 100;

    /** A space, and the role there, null for the usual one. */
    private record Space(WorkspaceId id, @Nullable RoleId role) {}

    private record Organization(
            @Nullable OrganizationId id, @Nullable RoleId role, List<Space> spaces) {}

    /** Where the account is to be and as what. An organization without id is the one of its space. */
    record Wanted(@Nullable RoleId role, List<Organization> organizations) {}

    private final CreateServiceAccount createServiceAccount;
    private final FindWorkspace findWorkspace;
    private final FindOrganization findOrganization;

    @Inject
    ServiceKeys(
            CreateServiceAccount createServiceAccount, FindWorkspace findWorkspace, FindOrganization findOrganization) {
        this.createServiceAccount = createServiceAccount;
        this.findWorkspace = findWorkspace;
        this.findOrganization = findOrganization;
    }

    Wanted read(Inputs inputs) {
        return inputs.value("organizations") == null ? flat(inputs) : nested(inputs);
    }

    private static Wanted flat(Inputs inputs) {
        Field<WorkspaceId> space = inputs.id("space_id", ArizeIds.SPACE);
        JsonNode roles = inputs.optionalObject("roles");
        if (roles != null) {
            only(inputs, roles, Set.of("space_role", "org_role", "account_role"), "roles");
        }
        RoleId inSpace =
                Level.PLACE.readWord(inputs, roles, "roles", "space_role").orNull();
        RoleId inOrganization =
                Level.PLACE.readWord(inputs, roles, "roles", "org_role").orNull();
        RoleId account =
                Level.ACCOUNT.readWord(inputs, roles, "roles", "account_role").orNull();
        List<Space> spaces = space.orNull() == null ? List.of() : List.of(new Space(space.get(), inSpace));
        return new Wanted(account, List.of(new Organization(null, inOrganization, spaces)));
    }

    private static Wanted nested(Inputs inputs) {
        RoleId account = role(inputs, Level.ACCOUNT, inputs.value("account_role"), "account_role");
        List<Organization> organizations = new ArrayList<>();
        JsonNode listed = list(inputs, inputs.value("organizations"), "organizations");
        for (int index = 0; index < listed.size(); index++) {
            organizations.add(organization(inputs, listed.get(index), "organizations", index));
        }
        return new Wanted(account, organizations);
    }

    private static Organization organization(Inputs inputs, JsonNode value, Object... path) {
        only(inputs, value, Set.of("org_id", "role", "spaces"), path);
        Field<OrganizationId> id = inputs.id(value.path("org_id"), ArizeIds.ORGANIZATION, Level.within(path, "org_id"));
        RoleId role = role(inputs, Level.PLACE, value.get("role"), Level.within(path, "role"));
        List<Space> spaces = new ArrayList<>();
        Object[] below = Level.within(path, "spaces");
        JsonNode listed = list(inputs, value.get("spaces"), below);
        for (int index = 0; index < listed.size(); index++) {
            Object[] at = Level.within(below, index);
            only(inputs, listed.get(index), Set.of("space_id", "role"), at);
            Field<WorkspaceId> space =
                    inputs.id(listed.get(index).path("space_id"), ArizeIds.SPACE, Level.within(at, "space_id"));
            RoleId inSpace = role(inputs, Level.PLACE, listed.get(index).get("role"), Level.within(at, "role"));
            if (space.orNull() != null) {
                spaces.add(new Space(space.get(), inSpace));
            }
        }
        return new Organization(id.orNull(), role, spaces);
    }

    /** A key that is mistyped would give more than was meant. */
    private static void only(Inputs inputs, JsonNode object, Set<String> keys, Object... path) {
        if (!object.isObject()) {
            inputs.refuse(Fault.Kind.NOT_AN_OBJECT, "", path);
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!keys.contains(name)) {
                inputs.refuse(Fault.Kind.UNKNOWN, "", Level.within(path, name));
            }
        });
    }

    private static JsonNode list(Inputs inputs, @Nullable JsonNode value, Object... path) {
        if (value == null || !value.isArray()) {
            inputs.refuse(value == null ? Fault.Kind.MISSING : Fault.Kind.NOT_A_LIST, "", path);
        } else if (value.isEmpty() || value.size() > MOST_PLACES) {
            inputs.refuse(Fault.Kind.REFUSED, "must have 1 to " + MOST_PLACES + " entries", path);
        }
        return value == null || !value.isArray() ? MissingNode.getInstance() : value;
    }

    private static @Nullable RoleId role(Inputs inputs, Level level, @Nullable JsonNode value, Object... path) {
        return value == null ? null : level.read(inputs, value, path).orNull();
    }

    /** @throws ArizeProblem 422, where the roles cannot be those of a service key, or are more than the caller holds */
    Map<String, Object> create(Call call, Wanted wanted, KeyIssuer.Wish wish) {
        refuseImpossible(wanted);
        Caller caller = call.caller();
        RoleId account = Objects.requireNonNullElse(wanted.role(), PredefinedRole.MEMBER.id());
        List<OrganizationPlace> places = wanted.organizations().stream()
                .map(organization -> place(caller, organization))
                .toList();
        CreateServiceAccount.Command command = CreateServiceAccount.Command.of(
                        new Username("service-" + UUID.randomUUID()), places, wish)
                .withDisplayName(new PersonName(clipped(wish.name())))
                .withRole(account.toString());
        // After the command has counted them, so that no one has thousands of them looked at.
        look(caller, wanted);
        CreateServiceAccount.Created created = Translated.on(
                Kind.FORBIDDEN, () -> createServiceAccount.create(caller, command), ServiceKeys::givesMore);
        Map<String, Object> shown = ShownKey.issued(created.key(), call);
        if (!Spelling.version(call).isBefore(8, 41)) {
            shown.put("bot_user", bot(created, Spelling.of(call)));
        }
        return shown;
    }

    private static String clipped(String name) {
        return name.codePoints()
                .limit(PersonName.MOST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Who may not see a place is not told whether it is there. */
    private void look(Caller caller, Wanted wanted) {
        for (Organization organization : wanted.organizations()) {
            OrganizationId id = organization.id();
            if (id != null) {
                Seen.orMissing("organization", () -> findOrganization.handle(caller, id));
            }
            organization
                    .spaces()
                    .forEach(space -> Seen.orMissing("space", () -> findWorkspace.handle(caller, space.id())));
        }
    }

    private static RuntimeException givesMore(RefusedException refusal) {
        return refusal.isExcess() ? ArizeProblem.of(422, refusal.reason()) : refusal;
    }

    private static void refuseImpossible(Wanted wanted) {
        boolean custom = isCustom(wanted.role())
                || wanted.organizations().stream().anyMatch(organization -> isCustom(organization.role()));
        if (custom) {
            throw ArizeProblem.of(422, "a service key has a custom role in spaces only");
        }
        boolean annotates = isAnnotator(wanted.role())
                || wanted.organizations().stream()
                        .anyMatch(organization -> isAnnotator(organization.role())
                                || organization.spaces().stream().anyMatch(space -> isAnnotator(space.role())));
        if (annotates) {
            throw ArizeProblem.of(422, "a service key cannot be an annotator");
        }
    }

    private static boolean isCustom(@Nullable RoleId role) {
        return role != null && PredefinedRole.of(role).isEmpty();
    }

    private static boolean isAnnotator(@Nullable RoleId role) {
        return PredefinedRole.ANNOTATOR.id().equals(role);
    }

    private OrganizationPlace place(Caller caller, Organization wanted) {
        List<WorkspacePlace> spaces = wanted.spaces().stream()
                .map(space -> new WorkspacePlace(space.id(), text(space.role(), PredefinedRole.MEMBER)))
                .toList();
        OrganizationId id =
                wanted.id() == null ? organizationOf(caller, wanted.spaces().get(0)) : wanted.id();
        return new OrganizationPlace(id, text(wanted.role(), PredefinedRole.VIEWER), spaces);
    }

    private OrganizationId organizationOf(Caller caller, Space space) {
        Workspace found = Seen.orMissing("space", () -> findWorkspace.handle(caller, space.id()));
        return found.organization();
    }

    private static String text(@Nullable RoleId role, PredefinedRole usual) {
        return (role == null ? usual.id() : role).toString();
    }

    private static Map<String, Object> bot(CreateServiceAccount.Created created, Spelling spelling) {
        Map<String, Object> bot = new LinkedHashMap<>();
        bot.put("id", ArizeIds.USER.write(created.key().user().id()));
        bot.put("name", created.key().key().name());
        bot.put("account_role", Level.ACCOUNT.show(created.key().user().role(), spelling));
        bot.put("organizations", organizations(created.memberships(), spelling));
        return bot;
    }

    /** Each space goes below the organization before it. */
    private static List<Map<String, Object>> organizations(List<Membership> memberships, Spelling spelling) {
        List<Map<String, Object>> organizations = new ArrayList<>();
        List<Map<String, Object>> spaces = new ArrayList<>();
        for (Membership membership : memberships) {
            boolean around = membership.place().kind() == Place.Kind.ORGANIZATION;
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put(
                    around ? "org_id" : "space_id",
                    membership.place().either(ArizeIds.ORGANIZATION::write, ArizeIds.SPACE::write));
            shown.put("role", Level.PLACE.show(Objects.requireNonNull(membership.role()), spelling));
            if (around) {
                spaces = new ArrayList<>();
                shown.put("spaces", spaces);
                organizations.add(shown);
            } else {
                spaces.add(shown);
            }
        }
        return organizations;
    }
}
