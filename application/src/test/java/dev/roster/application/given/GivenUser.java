package dev.roster.application.given;

import dev.roster.domain.access.Grant;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyBuilder;
import dev.roster.domain.credential.ApiKeyForm;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.dataset.Assignment;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.membership.FormerMembership;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.MembershipId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stored user, to say more about. Each call is stored at once. */
public final class GivenUser {
    private static final Duration SESSION = Duration.ofDays(14);

    private final Ports ports;
    private final Given given;
    private final UserId id;

    GivenUser(Ports ports, Given given, User user) {
        this.ports = ports;
        this.given = given;
        this.id = user.id();
    }

    public UserId id() {
        return id;
    }

    /** The user as stored now. */
    public User user() {
        return ports.users().findEvenDeleted(id).orElseThrow();
    }

    /** The account role. */
    public GivenUser role(PredefinedRole role) {
        return role(role.role());
    }

    /** The account role. */
    public GivenUser role(Role role) {
        return store(user().withRole(role.ref()).withDeveloper(role.ref().makesDevelopers()));
    }

    public GivenUser email(String address) {
        return store(user().withEmail(new EmailAddress(address)));
    }

    /** A service account of that maker. */
    public GivenUser serviceOf(GivenUser maker) {
        return store(user().asServiceOf(maker.id()));
    }

    public GivenUser status(UserStatus status) {
        return store(user().withStatus(status));
    }

    /** A guest with that stay. */
    public GivenUser staying(Stay stay) {
        return store(user().withStay(stay));
    }

    private GivenUser store(User changed) {
        ports.users().update(changed);
        return this;
    }

    /** A member of that workspace of the default organization, where the account role counts. */
    public GivenUser in(String workspace) {
        return in(given.workspace(workspace));
    }

    public GivenUser in(Workspace workspace) {
        return join(Place.of(workspace.id()), null);
    }

    public GivenUser in(String workspace, PredefinedRole role) {
        return in(given.workspace(workspace), role.role());
    }

    public GivenUser in(Workspace workspace, Role role) {
        return join(Place.of(workspace.id()), role.ref());
    }

    public GivenUser in(Organization organization) {
        return join(Place.of(organization.id()), null);
    }

    public GivenUser in(Organization organization, Role role) {
        return join(Place.of(organization.id()), role.ref());
    }

    private GivenUser join(Place place, @Nullable RoleRef role) {
        return stored(ports.memberships()
                .add(new Membership(new MembershipId(ports.ids().next()), 0, place, id, role, Given.THEN)));
    }

    /** Was in the organization and left it, a second after everything given happened. */
    public GivenUser left(Organization organization) {
        return stored(ports.formerMembers()
                .add(new FormerMembership(0, organization.id(), id, Given.THEN, Given.THEN.plusSeconds(1))));
    }

    public GivenUser granted(Role role, Workspace workspace) {
        return grant(role, workspace.id(), null);
    }

    public GivenUser granted(Role role, Dataset dataset) {
        return grant(role, dataset.workspace(), dataset.id());
    }

    private GivenUser grant(Role role, WorkspaceId workspace, @Nullable DatasetId dataset) {
        return stored(ports.grants()
                .add(new Grant(
                        new GrantId(ports.ids().next()),
                        0,
                        id,
                        role.ref(),
                        workspace,
                        dataset,
                        Given.THEN,
                        Given.THEN)));
    }

    public GivenUser assignedTo(Dataset dataset) {
        return stored(ports.assignments().add(new Assignment(0, dataset.id(), id, Given.THEN)));
    }

    private GivenUser stored(Optional<?> added) {
        if (added.isEmpty()) {
            throw new IllegalStateException("`" + user().username() + "` was given that already");
        }
        return this;
    }

    public GivenUser password(String password) {
        String hash = ports.passwordHasher().hash(Password.chosen(password));
        ports.passwords().set(id, hash, Given.THEN);
        return this;
    }

    public GivenUser token(String token) {
        UserToken chosen = UserToken.of(token);
        String sealed = ports.tokenVault().seal(id, chosen).orElse(null);
        ports.userTokens().set(id, chosen.digest(), sealed, Given.THEN);
        return this;
    }

    /** Adds an API key for that secret, as the local operator makes one. */
    public ApiKey apiKey(String secret) {
        return addKey(secret, null, ApiKeyForm.RANDOM);
    }

    /** Gives a signed one that does not end by itself, made by nobody in particular. */
    public ApiKey signedKey(String secret) {
        return addKey(secret, null, ApiKeyForm.SIGNED);
    }

    /** The same, made by that user. */
    public ApiKey apiKey(String secret, GivenUser creator) {
        return addKey(secret, creator.id(), ApiKeyForm.RANDOM);
    }

    private ApiKey addKey(String secret, @Nullable UserId creator, ApiKeyForm form) {
        return ports.apiKeys()
                .add(ApiKeyBuilder.builder()
                        .id(new ApiKeyId(ports.ids().next()))
                        .number(0)
                        .user(id)
                        .name("a key")
                        .description("")
                        .form(form)
                        .digest(new SecretText(secret).digest())
                        .hint("hint")
                        .creator(creator)
                        .createdAt(Given.THEN)
                        .build());
    }

    /** Opens a session with that key. */
    public Session session(String key) {
        Session session = new Session(
                new SessionId(ports.ids().next()),
                id,
                new SecretText(key).digest(),
                "a browser",
                "192.0.2.7",
                Given.THEN,
                Given.THEN,
                Given.THEN.plus(SESSION));
        ports.sessions().add(session);
        return session;
    }
}
