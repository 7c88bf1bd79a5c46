package dev.roster.application.scenario;

import dev.roster.application.fake.RememberingCarrier;
import dev.roster.application.given.Ports;
import dev.roster.application.invitation.ShowInviteLink;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Grants;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The ids of what scenarios call by name, and the secrets of links that scenarios do not spell out. What is gone keeps the id it had; what never was has one that nothing else
 * has.
 */
public final class Names {
    private static final UUID NEVER_GIVEN = UUID.fromString("01900000-0000-7000-8000-00000000dead");

    private final Ports ports;
    private final Map<String, UUID> known = new HashMap<>();

    public Names(Ports ports) {
        this.ports = ports;
    }

    public UserId user(String username) {
        return new UserId(remember(
                "user " + username,
                ports.users()
                        .findByUsername(NameKey.of(username))
                        .map(user -> user.id().value())));
    }

    public WorkspaceId workspace(String name) {
        return new WorkspaceId(remember(
                "workspace " + name,
                ports.workspaces()
                        .findByName(NameKey.of(name))
                        .map(workspace -> workspace.id().value())));
    }

    public OrganizationId organization(String name) {
        return new OrganizationId(remember(
                "organization " + name,
                ports.organizations()
                        .findByName(NameKey.of(name))
                        .map(organization -> organization.id().value())));
    }

    public RoleId role(String name) {
        return new RoleId(remember(
                "role " + name,
                ports.roles().findByName(NameKey.of(name)).map(role -> role.id().value())));
    }

    /** The grant that a user has on a target. */
    public GrantId grant(String username, String target) {
        Target.Ref place = target(target);
        return new GrantId(remember(
                "grant " + username + " " + target,
                ports.grants().list(Grants.Filter.all().withUser(user(username)), PageRequest.first()).items().stream()
                        .filter(granted -> granted.target().ref().equals(place))
                        .map(granted -> granted.grant().id().value())
                        .findFirst()));
    }

    /** The last key of that name that a user has. */
    public ApiKeyId key(String username, String name) {
        ApiKeys.Filter filter = ApiKeys.Filter.at(Instant.EPOCH).withUser(user(username));
        return new ApiKeyId(remember(
                "key " + username + " " + name,
                ports.apiKeys().list(filter, PageRequest.first()).items().stream()
                        .map(ApiKeys.Owned::key)
                        .filter(key -> key.name().equals(name))
                        .map(key -> key.id().value())
                        .reduce((first, second) -> second)));
    }

    /** The default organization. */
    public OrganizationId organization() {
        return ports.organizations().findDefault().orElseThrow().id();
    }

    /** A dataset, whichever workspace it is in. */
    public DatasetId dataset(String name) {
        return new DatasetId(remember(
                "dataset " + name,
                ports.datasets().list(Datasets.Filter.all().withName(name), PageRequest.first()).items().stream()
                        .map(Datasets.Located::dataset)
                        .filter(dataset -> dataset.name().key().equals(NameKey.of(name)))
                        .map(dataset -> dataset.id().value())
                        .findFirst()));
    }

    /** What stands in the link of the mail that was carried last; nothing that opens anything while there was none. */
    public String mailedSecret() {
        List<Letter> carried = ((RememberingCarrier) ports.mailCarrier()).carried();
        return carried.isEmpty()
                ? "never-mailed"
                : secretIn(carried.get(carried.size() - 1).values().getOrDefault("link", "#never-mailed"));
    }

    private static String secretIn(String link) {
        return link.substring(link.indexOf('#') + 1);
    }

    /** What stands in the sign-up link of the default organization; nothing that opens anything while there is none. */
    public String signUpSecret() {
        OrganizationId home = organization();
        return ports.inviteLinks()
                .find(home)
                .flatMap(link -> ports.sealer().open(ShowInviteLink.purpose(home), link.sealed()))
                .orElse("never-made");
    }

    /** {@code instance}, {@code organization}, {@code user:ana}, {@code workspace:legal} or {@code dataset:letters}. */
    public Target.Ref target(String text) {
        String name = text.substring(text.indexOf(':') + 1);
        return switch (text.substring(0, text.length() - name.length())) {
            case "user:" -> new Target.Ref(Target.Kind.USER, user(name).value());
            case "workspace:" ->
                new Target.Ref(Target.Kind.WORKSPACE, workspace(name).value());
            case "dataset:" -> new Target.Ref(Target.Kind.DATASET, dataset(name).value());
            default ->
                text.equals("instance")
                        ? Target.Ref.instance()
                        : new Target.Ref(
                                Target.Kind.ORGANIZATION, organization().value());
        };
    }

    private UUID remember(String name, Optional<UUID> found) {
        found.ifPresent(id -> known.put(name, id));
        return known.getOrDefault(name, NEVER_GIVEN);
    }
}
