package dev.roster.application.transfer;

import dev.roster.application.port.Passwords.Kept;
import dev.roster.application.port.RegisteredPermissions.Registered;
import dev.roster.domain.access.Grant;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.dataset.Assignment;
import dev.roster.domain.dataset.Contribution;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.invitation.Invitation;
import dev.roster.domain.membership.FormerMembership;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.Role;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceName;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One entry of an exported file. Numbers are not exported: the order of the entries replaces them. */
public sealed interface Entry {
    /** What it is, in the order in which an export has them: each refers only to what came before. */
    enum Kind {
        PERMISSION,
        ROLE,
        ORGANIZATION,
        USER,
        ORGANIZATION_MEMBER,
        FORMER_MEMBER,
        WORKSPACE,
        STAY,
        MEMBER,
        DATASET,
        ANNEX,
        ORGANIZATION_ANNEX,
        USER_ANNEX,
        ASSIGNMENT,
        GRANT,
        CONTRIBUTION,
        INVITATION;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Kind kind();

    /** A registered permission. */
    record OfPermission(Registered registered) implements Entry {
        @Override
        public Kind kind() {
            return Kind.PERMISSION;
        }
    }

    /** A custom role. */
    record OfRole(Role role) implements Entry {
        @Override
        public Kind kind() {
            return Kind.ROLE;
        }
    }

    record OfOrganization(Organization organization) implements Entry {
        @Override
        public Kind kind() {
            return Kind.ORGANIZATION;
        }
    }

    /**
     * A user of any status, without the stay of a guest, which follows its workspace.
     *
     * @param avatar the picture, or null
     * @param password the hash, where hashes go along and there is one
     */
    record OfUser(
            User user, @Nullable Avatar avatar, @Nullable Kept password) implements Entry {
        public OfUser {
            user = user.withStay(null);
        }

        @Override
        public Kind kind() {
            return Kind.USER;
        }

        /** Without the hash. */
        @Override
        public String toString() {
            return "OfUser[" + user.username() + "]";
        }
    }

    record OfWorkspace(Workspace workspace) implements Entry {
        @Override
        public Kind kind() {
            return Kind.WORKSPACE;
        }
    }

    /** How long the account of a guest lasts, who comes in as a user before. */
    record OfStay(UserId user, Stay stay) implements Entry {
        @Override
        public Kind kind() {
            return Kind.STAY;
        }
    }

    /** A membership of an organization or a workspace. */
    record OfMember(Membership membership) implements Entry {
        @Override
        public Kind kind() {
            return membership.place().either(organization -> Kind.ORGANIZATION_MEMBER, workspace -> Kind.MEMBER);
        }
    }

    /** That a user left an organization. */
    record OfFormerMember(FormerMembership membership) implements Entry {
        @Override
        public Kind kind() {
            return Kind.FORMER_MEMBER;
        }
    }

    record OfDataset(Dataset dataset) implements Entry {
        @Override
        public Kind kind() {
            return Kind.DATASET;
        }
    }

    /** What a door keeps beside a dataset, an organization or a user. */
    record OfAnnex(Annex annex) implements Entry {
        @Override
        public Kind kind() {
            return switch (annex.owner().kind()) {
                case DATASET -> Kind.ANNEX;
                case ORGANIZATION -> Kind.ORGANIZATION_ANNEX;
                case USER -> Kind.USER_ANNEX;
            };
        }
    }

    record OfAssignment(Assignment assignment) implements Entry {
        @Override
        public Kind kind() {
            return Kind.ASSIGNMENT;
        }
    }

    record OfGrant(Grant grant) implements Entry {
        @Override
        public Kind kind() {
            return Kind.GRANT;
        }
    }

    record OfContribution(Contribution contribution) implements Entry {
        @Override
        public Kind kind() {
            return Kind.CONTRIBUTION;
        }
    }

    /** @param invitation without the digest of its secret: the link that was mailed works nowhere else */
    record OfInvitation(Invitation invitation) implements Entry {
        public OfInvitation {
            invitation = invitation.withoutDigest();
        }

        @Override
        public Kind kind() {
            return Kind.INVITATION;
        }
    }

    /**
     * A person without an account, from a list of people.
     *
     * @param role name or id of the account role, null for annotator
     * @param developer null for what is usual with the role
     * @param status active or deactivated
     * @param password the hash, or null
     */
    @RecordBuilder
    record OfNewcomer(
            Username username,
            @Nullable EmailAddress email,
            Profile profile,
            @Nullable String role,
            @Nullable Boolean developer,
            UserStatus status,
            @Nullable Kept password,
            List<Seat> seats)
            implements Entry, EntryOfNewcomerBuilder.With {
        public OfNewcomer {
            Objects.requireNonNull(username, "username");
            Objects.requireNonNull(profile, "profile");
            Objects.requireNonNull(status, "status");
            seats = List.copyOf(seats);
        }

        public static OfNewcomer named(Username username) {
            return EntryOfNewcomerBuilder.builder()
                    .username(username)
                    .profile(Profile.named(username))
                    .status(UserStatus.ACTIVE)
                    .seats(List.of())
                    .build();
        }

        @Override
        public Kind kind() {
            return Kind.USER;
        }

        /** Without the hash. */
        @Override
        public String toString() {
            return "OfNewcomer[" + username + "]";
        }
    }

    /**
     * A place in a workspace.
     *
     * @param role name or id of a role of the membership's own, or null
     */
    record Seat(WorkspaceName workspace, @Nullable String role) {}
}
