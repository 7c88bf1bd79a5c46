package dev.roster.application.contract;

import dev.roster.application.given.Ports;
import dev.roster.domain.membership.Place;
import org.junit.jupiter.api.Nested;

/** Every contract of a store. An engine's test extends this and says how a store is made. */
public abstract class StoreContracts {
    /** An empty store as its first start leaves it. Called once in each test; what it opened is the test's to close. */
    protected abstract Ports emptyStore();

    private abstract class Contract implements StoreContract {
        @Override
        public Ports ports() {
            return emptyStore();
        }
    }

    @Nested
    class Users extends Contract implements UsersContract {}

    @Nested
    class UserOrders extends Contract implements UserOrdersContract {}

    @Nested
    class Organizations extends Contract implements OrganizationsContract {}

    @Nested
    class OrganizationMemberships extends Contract implements MembershipsContract {
        @Override
        public Place.Kind kind() {
            return Place.Kind.ORGANIZATION;
        }
    }

    @Nested
    class FormerMembers extends Contract implements FormerMembersContract {}

    @Nested
    class Workspaces extends Contract implements WorkspacesContract {}

    @Nested
    class WorkspaceMemberships extends Contract implements MembershipsContract {
        @Override
        public Place.Kind kind() {
            return Place.Kind.WORKSPACE;
        }
    }

    @Nested
    class JoinedWorkspaces extends Contract implements JoinedWorkspacesContract {}

    @Nested
    class Datasets extends Contract implements DatasetsContract {}

    @Nested
    class Assignments extends Contract implements AssignmentsContract {}

    @Nested
    class Contributions extends Contract implements ContributionsContract {}

    @Nested
    class Annexes extends Contract implements AnnexesContract {}

    @Nested
    class WholeStore extends Contract implements WholeStoreContract {}

    @Nested
    class Transfer extends Contract implements TransferContract {}

    @Nested
    class Roles extends Contract implements RolesContract {}

    @Nested
    class Grants extends Contract implements GrantsContract {}

    @Nested
    class Actors extends Contract implements ActorsContract {}

    @Nested
    class DerivedLists extends Contract implements DerivedListsContract {}

    @Nested
    class Targets extends Contract implements TargetsContract {}

    @Nested
    class Passwords extends Contract implements PasswordsContract {}

    @Nested
    class Avatars extends Contract implements AvatarsContract {}

    @Nested
    class UserTokens extends Contract implements UserTokensContract {}

    @Nested
    class ShownSecrets extends Contract implements ShownSecretsContract {}

    @Nested
    class Sessions extends Contract implements SessionsContract {}

    @Nested
    class ApiKeys extends Contract implements ApiKeysContract {}

    @Nested
    class Bearers extends Contract implements BearersContract {}

    @Nested
    class Attempts extends Contract implements AttemptsContract {}

    @Nested
    class KnownAddresses extends Contract implements KnownAddressesContract {}

    @Nested
    class AuditSeals extends Contract implements AuditSealsContract {}

    @Nested
    class AuditTrail extends Contract implements AuditTrailContract {}

    @Nested
    class SecretKeys extends Contract implements SecretKeysContract {}

    @Nested
    class SealedTexts extends Contract implements SealedTextsContract {}

    @Nested
    class SetUpLinks extends Contract implements SetUpLinksContract {}

    @Nested
    class Invitations extends Contract implements InvitationsContract {}

    @Nested
    class People extends Contract implements PeopleContract {}

    @Nested
    class InviteLinks extends Contract implements InviteLinksContract {}

    @Nested
    class PendingSignUps extends Contract implements PendingSignUpsContract {}

    @Nested
    class LogInLinks extends Contract implements LogInLinksContract {}

    @Nested
    class PasswordResets extends Contract implements PasswordResetsContract {}

    @Nested
    class RegisteredPermissions extends Contract implements RegisteredPermissionsContract {}

    @Nested
    class Outbox extends Contract implements OutboxContract {}

    @Nested
    class Transactions extends Contract implements TransactionsContract {}
}
