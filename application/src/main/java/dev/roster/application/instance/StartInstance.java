package dev.roster.application.instance;

import dev.roster.application.access.Caller;
import dev.roster.application.credential.ChosenPassword;
import dev.roster.application.port.ContextWords;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Users;
import dev.roster.application.user.CreateUser;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.credential.TokenForm;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceName;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the installation at a start: on an empty store it creates the default organization, and the first owner or a link
 * to create one; later, an account for an e-mail address that has none.
 */
public final class StartInstance {
    /**
     * An account that the operator asked for; the first owner if the installation has no owner yet.
     *
     * @param email null for none; without it, only the first owner is created
     * @param password null for an account that only its token opens; without it, only the first owner is created
     * @param token null for a random one
     * @param workspace the first owner becomes a member of it, and it is created where there is none, or null
     */
    @RecordBuilder
    public record FirstOwner(
            Username username,
            @Nullable EmailAddress email,
            @Nullable Password password,
            @Nullable UserToken token,
            @Nullable WorkspaceName workspace)
            implements StartInstanceFirstOwnerBuilder.With {
        public static FirstOwner named(Username username) {
            return StartInstanceFirstOwnerBuilder.builder().username(username).build();
        }

        /** An e-mail address, in lower case, is username and e-mail address at once; anything else is the username alone. */
        public static FirstOwner loggingIn(Username as) {
            return EmailAddress.of(as.value())
                    .map(EmailAddress::inLowerCase)
                    .map(email -> named(new Username(email.value())).withEmail(email))
                    .orElse(named(as));
        }

        /** Who logs in by an address comes from where tokens have that form. */
        TokenForm tokenForm() {
            return email == null ? TokenForm.USUAL : TokenForm.HEX40;
        }
    }

    /** The result for an account that was asked for. */
    public enum Fate {
        /** The first owner: the installation had no owner. */
        OWNER,
        /** A member of the default organization, with the account role of those who sign up. */
        MEMBER,
        /** There is an account of that username or e-mail address, which stays as it is. */
        KNOWN,
        /**
         * None is created: the installation has an owner, and there is no e-mail address or no password, or the address was a
         * deleted account's, which no start brings back.
         */
        REFUSED
    }

    /**
     * The result for an account that was asked for.
     *
     * @param made the account with its token, if it was created
     */
    public record Account(Fate fate, Optional<CreateUser.Created> made) {
        private static Account nobody(Fate fate) {
            return new Account(fate, Optional.empty());
        }
    }

    /**
     * What was done.
     *
     * @param account empty when none was asked for
     * @param setUpLink the secret of the one-time link; empty when there is an owner
     */
    public record Started(Optional<Account> account, Optional<SecretText> setUpLink) {}

    private static final OrganizationName DEFAULT_NAME = new OrganizationName("default");

    private final UnitOfWork work;
    private final Organizations organizations;
    private final Users users;
    private final ChosenPassword chosenPassword;
    private final FirstOwnerMaker firstOwner;
    private final CreateUser create;
    private final SetUpLinkIssuer setUpLinks;

    @Inject
    StartInstance(
            UnitOfWork work,
            Organizations organizations,
            Users users,
            ChosenPassword chosenPassword,
            FirstOwnerMaker firstOwner,
            CreateUser create,
            SetUpLinkIssuer setUpLinks) {
        this.work = work;
        this.organizations = organizations;
        this.users = users;
        this.chosenPassword = chosenPassword;
        this.firstOwner = firstOwner;
        this.create = create;
        this.setUpLinks = setUpLinks;
    }

    /**
     * Can be called at every start: an account that is there stays as it is.
     *
     * @param wanted null for no account
     */
    public Started handle(Caller caller, @Nullable FirstOwner wanted) {
        Optional<Account> account = Optional.ofNullable(wanted).map(asked -> begin(caller, asked));
        // Once an account is made there is an owner, and nothing may fail any more.
        boolean owned = account.flatMap(Account::made).isPresent() || !prepare(caller);
        return new Started(account, owned ? Optional.empty() : Optional.of(setUpLinks.issue()));
    }

    /** The result that an account would have, so that only what is needed is asked for. A password may still be missing. */
    public Fate foresee(Caller caller, FirstOwner wanted) {
        prepare(caller);
        return work.reading(() -> fate(wanted));
    }

    /** The account alone, without a link where there is no owner. */
    public Account begin(Caller caller, FirstOwner wanted) {
        Fate foreseen = withPassword(foresee(caller, wanted), wanted);
        if (foreseen == Fate.KNOWN || foreseen == Fate.REFUSED) {
            return Account.nobody(foreseen);
        }
        String hash = hash(wanted);
        return work.inTransaction(() -> {
            work.guard().require(caller, RosterPermission.INSTANCE_CONFIGURE, Target.instance());
            return make(caller, withPassword(fate(wanted), wanted), wanted, hash);
        });
    }

    private Account make(Caller caller, Fate fate, FirstOwner wanted, @Nullable String hash) {
        return switch (fate) {
            case OWNER ->
                firstOwner
                        .make(caller, wanted, hash)
                        .map(owner -> new Account(fate, Optional.of(owner)))
                        .orElse(Account.nobody(Fate.REFUSED));
            case MEMBER -> new Account(fate, Optional.of(create.withHash(caller, member(wanted), hash)));
            case KNOWN, REFUSED -> Account.nobody(fate);
        };
    }

    private Fate fate(FirstOwner wanted) {
        if (users.findByLogin(wanted.username().key()).isPresent()) {
            return Fate.KNOWN;
        }
        if (!users.hasOwner()) {
            return Fate.OWNER;
        }
        return wanted.email() != null
                        && users.findDeletedByEmail(wanted.email().key()).isEmpty()
                ? Fate.MEMBER
                : Fate.REFUSED;
    }

    private static Fate withPassword(Fate fate, FirstOwner wanted) {
        return fate == Fate.MEMBER && wanted.password() == null ? Fate.REFUSED : fate;
    }

    private static CreateUser.Command member(FirstOwner wanted) {
        return CreateUser.Command.named(wanted.username())
                .withEmail(wanted.email())
                .withToken(wanted.token())
                .withTokenForm(wanted.tokenForm());
    }

    /**
     * Creates the default organization if there is none, and writes nothing else, so that a command that only reads can start
     * with it. Returns whether the installation has no owner yet.
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

    private @Nullable String hash(FirstOwner wanted) {
        return wanted.password() == null
                ? null
                : chosenPassword.hash(wanted.password(), ContextWords.of(wanted.username(), wanted.email()));
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
}
