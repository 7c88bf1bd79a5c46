package dev.roster.application.instance;

import dev.roster.application.access.Caller;
import dev.roster.application.credential.ChosenPassword;
import dev.roster.application.credential.Limits;
import dev.roster.application.port.ContextWords;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.SecretSource;
import dev.roster.application.port.SetUpLinks;
import dev.roster.application.port.Users;
import dev.roster.application.user.CreateUser;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceName;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens once, on an empty store: the default organization, and the first owner or a link to make one. */
public final class StartInstance {
    /**
     * The first owner, as the operator asked for it.
     *
     * @param password null for an account that only its token opens
     * @param token null for a random one
     * @param workspace a workspace to make along with it, or null
     */
    @RecordBuilder
    public record FirstOwner(
            Username username,
            @Nullable Password password,
            @Nullable UserToken token,
            @Nullable WorkspaceName workspace)
            implements StartInstanceFirstOwnerBuilder.With {
        public static FirstOwner named(Username username) {
            return StartInstanceFirstOwnerBuilder.builder().username(username).build();
        }
    }

    /**
     * What was done.
     *
     * @param owner the owner who was made, with the token; empty when there was somebody already or none was asked for
     * @param setUpLink the secret of the one-time link; empty when there is somebody already
     */
    public record Started(Optional<CreateUser.Created> owner, Optional<SecretText> setUpLink) {}

    private static final OrganizationName DEFAULT_NAME = new OrganizationName("default");
    private static final String PREFIX = "rsl_";

    private final UnitOfWork work;
    private final Organizations organizations;
    private final Users users;
    private final ChosenPassword chosenPassword;
    private final FirstOwnerMaker firstOwner;
    private final SetUpLinks links;
    private final SecretSource secrets;
    private final Limits limits;

    @Inject
    StartInstance(
            UnitOfWork work,
            Organizations organizations,
            Users users,
            ChosenPassword chosenPassword,
            FirstOwnerMaker firstOwner,
            SetUpLinks links,
            SecretSource secrets,
            Limits limits) {
        this.work = work;
        this.organizations = organizations;
        this.users = users;
        this.chosenPassword = chosenPassword;
        this.firstOwner = firstOwner;
        this.links = links;
        this.secrets = secrets;
        this.limits = limits;
    }

    /**
     * Can be called at every start; on a store that has an owner it does nothing.
     *
     * @param first null to get a set-up link
     */
    public Started handle(Caller caller, @Nullable FirstOwner first) {
        if (!prepare(caller)) {
            return new Started(Optional.empty(), Optional.empty());
        }
        return first == null
                ? new Started(Optional.empty(), Optional.of(link()))
                : new Started(firstOwner.make(caller, first, hash(first)), Optional.empty());
    }

    /**
     * Makes the default organization where there is none, and writes nothing else, so that a command that only reads can
     * begin with it. Returns whether nobody owns it yet.
     */
    public boolean prepare(Caller caller) {
        boolean prepared = work.reading(() -> {
            work.guard().require(caller, RosterPermission.INSTANCE_CONFIGURE, Target.instance());
            return organizations.findDefault().isPresent();
        });
        if (!prepared) {
            work.inTransaction(() -> {
                work.guard().require(caller, RosterPermission.INSTANCE_CONFIGURE, Target.instance());
                if (organizations.findDefault().isEmpty()) {
                    makeDefaultOrganization(caller);
                }
            });
        }
        return work.reading(() -> !users.hasOwner());
    }

    private @Nullable String hash(FirstOwner first) {
        return first.password() == null
                ? null
                : chosenPassword.hash(first.password(), ContextWords.of(first.username(), null));
    }

    private void makeDefaultOrganization(Caller caller) {
        Instant at = work.now();
        Organization made =
                organizations.add(new Organization(new OrganizationId(work.nextId()), 0, DEFAULT_NAME, "", at, at));
        work.journal()
                .write(
                        caller,
                        "organization.create",
                        Target.of(made),
                        Changes.none().set("name", made.name()));
    }

    private SecretText link() {
        SecretText secret = secrets.next(PREFIX);
        work.inTransaction(() -> links.set(secret.digest(), work.now().plus(limits.setUpLink())));
        return secret;
    }
}
