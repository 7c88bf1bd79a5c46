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
import dev.roster.domain.user.User;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceName;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One thing on its way into a file or out of one. Numbers do not travel: their order is the order of the entries. */
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
     * A user of any status.
     *
     * @param avatar the picture, or null
     * @param password the hash, where hashes go along and there is one
     */
    record OfUser(
            User user, @Nullable Avatar avatar, @Nullable Kept password) implements Entry {
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

    /** A membership of an organization or a workspace. */
    record OfMember(Membership membership) implements Entry {
        @Override
        public Kind kind() {
            return membership.place().either(organization -> Kind.ORGANIZATION_MEMBER, workspace -> Kind.MEMBER);
        }
    }

    /** That somebody left an organization. */
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

    /** @param invitation without the digest of its secret: the link that was mailed opens nothing elsewhere */
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
     * Somebody who has no account yet, as a list of people has them.
     *
     * @param role name or id of the account role, null for annotator
     */
    @RecordBuilder
    record OfNewcomer(
            Username username,
            @Nullable EmailAddress email,
            Profile profile,
            @Nullable String role,
            List<Seat> seats) implements Entry, EntryOfNewcomerBuilder.With {
        public OfNewcomer {
            Objects.requireNonNull(username, "username");
            Objects.requireNonNull(profile, "profile");
            seats = List.copyOf(seats);
        }

        public static OfNewcomer named(Username username) {
            return EntryOfNewcomerBuilder.builder()
                    .username(username)
                    .profile(Profile.named(username))
                    .seats(List.of())
                    .build();
        }

        @Override
        public Kind kind() {
            return Kind.USER;
        }
    }

    /**
     * A place in a workspace.
     *
     * @param role name or id of a role of the membership's own, or null
     */
    record Seat(WorkspaceName workspace, @Nullable String role) {}
}
