package dev.roster.http;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.domain.credential.ApiKeyBuilder;
import dev.roster.domain.credential.ApiKeyForm;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The kinds of callers there are. Each time somebody is asked for, they are made anew, with what they hold at a scene. */
final class Cast {
    /** Who comes with nothing that opens anything, or with what no longer does. */
    static final List<String> DEAD = List.of(
            "nobody",
            "wrong secret",
            "deactivated",
            "invited",
            "deleted",
            "expired key",
            "revoked key",
            "ended session",
            "service of a deactivated maker",
            "service of a deleted maker");

    private static final AtomicInteger CALLERS = new AtomicInteger();
    private static final Instant PAST = Given.THEN;

    private final Ports ports;
    private final Given given;
    private final Scene scene;
    private final String name = "caller" + CALLERS.incrementAndGet();

    Cast(TestServer server, Scene scene) {
        this.ports = server.fakes().ports();
        this.given = server.given();
        this.scene = scene;
    }

    /**
     * What a caller of that kind comes with; null for nothing.
     *
     * @param permission what the operation needs, for those who hold just that, or all but that; null for nothing
     */
    @Nullable
    String secretOf(String kind, @Nullable Permission permission) {
        return switch (kind) {
            case "nobody" -> null;
            case "wrong secret" -> name + "-wrong-secret";
            case "deactivated" -> token(owner().status(UserStatus.DEACTIVATED));
            case "invited" -> token(owner().status(UserStatus.INVITED));
            case "deleted" -> token(owner().status(UserStatus.DELETED));
            case "expired key" -> key(owner(), PAST.plus(Duration.ofMinutes(1)), null);
            case "revoked key" -> key(owner(), null, PAST);
            case "ended session" -> endedSession();
            case "service of a deactivated maker" ->
                token(serviceOf(person("maker").status(UserStatus.DEACTIVATED)));
            case "service of a deleted maker" -> token(serviceOf(person("maker").status(UserStatus.DELETED)));
            case "elsewhere" -> token(managerElsewhere());
            case "annotator" -> token(colleague(PredefinedRole.ANNOTATOR.role()).assignedTo(scene.dataset));
            case "viewer" -> token(colleague(PredefinedRole.VIEWER.role()));
            case "reviewer" -> token(colleague(PredefinedRole.REVIEWER.role()));
            case "member" -> token(colleague(PredefinedRole.MEMBER.role()));
            case "admin" -> token(colleague(PredefinedRole.ADMIN.role()));
            case "manager" -> token(colleague(PredefinedRole.MANAGER.role()));
            case "with" -> token(holding(permission == null ? List.of() : List.of(permission)));
            case "without" ->
                token(holding(Arrays.stream(RosterPermission.values())
                        .filter(held -> !held.equals(permission))
                        .toList()));
            case "owner" -> token(owner());
            case "session" -> session(owner());
            case "key" -> key(owner(), null, null);
            case "service" -> token(serviceOf(given.owner(name + " maker")));
            default -> throw new IllegalArgumentException("no kind of caller is called " + kind);
        };
    }

    private GivenUser person(String what) {
        return given.user(name + " " + what);
    }

    private GivenUser owner() {
        return given.owner(name + " owner");
    }

    private GivenUser serviceOf(GivenUser maker) {
        return given.owner(name + " service").serviceOf(maker);
    }

    /** A member of the scene's places, where the account role counts. */
    private GivenUser colleague(Role role) {
        return person("colleague").role(role).in(scene.organization).in(scene.workspace);
    }

    private GivenUser managerElsewhere() {
        var organization = given.organization(name + " elsewhere");
        Workspace workspace = given.workspace(name + "-elsewhere", organization);
        return person("stranger")
                .in(organization, PredefinedRole.MANAGER.role())
                .in(workspace, PredefinedRole.MANAGER.role());
    }

    /** Somebody whose account role and membership roles are one custom role. */
    private GivenUser holding(List<? extends Permission> permissions) {
        Role role = given.reachingRole(name + " role", permissions.toArray(Permission[]::new));
        return person("holder").role(role).in(scene.organization, role).in(scene.workspace, role);
    }

    private String token(GivenUser user) {
        String token = name + "-token-0123456789-0123456789";
        user.password("correct horse").token(token);
        return token;
    }

    private String session(GivenUser user) {
        String key = name + "-session-0123456789-0123456789";
        user.password("correct horse").session(key);
        return key;
    }

    private String endedSession() {
        GivenUser owner = owner();
        String key = session(owner);
        ports.sessions().removeAllOf(owner.id(), null);
        return key;
    }

    private String key(GivenUser user, @Nullable Instant expiresAt, @Nullable Instant revokedAt) {
        SecretText secret = new SecretText(name + "-key-0123456789-0123456789");
        user.password("correct horse");
        ports.apiKeys()
                .add(ApiKeyBuilder.builder()
                        .id(new ApiKeyId(ports.ids().next()))
                        .number(0)
                        .user(user.id())
                        .name("a key")
                        .description("")
                        .form(ApiKeyForm.RANDOM)
                        .digest(secret.digest())
                        .hint("hint")
                        .createdAt(Given.THEN)
                        .expiresAt(expiresAt)
                        .revokedAt(revokedAt)
                        .build());
        return secret.reveal();
    }
}
