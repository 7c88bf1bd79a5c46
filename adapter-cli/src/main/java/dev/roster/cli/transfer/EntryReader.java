package dev.roster.cli.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.port.Passwords.Kept;
import dev.roster.application.port.RegisteredPermissions.Registered;
import dev.roster.application.role.RegisterPermission;
import dev.roster.application.transfer.Entry;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.access.Grant;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.dataset.Assignment;
import dev.roster.domain.dataset.Contribution;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetBuilder;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.dataset.Restriction;
import dev.roster.domain.invitation.InvitationBuilder;
import dev.roster.domain.invitation.InvitationId;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.membership.FormerMembership;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.MembershipId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.text.FreeText;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserBuilder;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link EntryWriter} wrote, or somebody by hand. */
final class EntryReader {
    private static final Map<String, Function<JsonFields, Entry>> READINGS = Map.ofEntries(
            Map.entry(Entry.Kind.PERMISSION.word(), EntryReader::permission),
            Map.entry(Entry.Kind.ROLE.word(), EntryReader::role),
            Map.entry(Entry.Kind.ORGANIZATION.word(), EntryReader::organization),
            Map.entry(Entry.Kind.USER.word(), EntryReader::user),
            Map.entry(Entry.Kind.ORGANIZATION_MEMBER.word(), EntryReader::organizationMember),
            Map.entry(Entry.Kind.FORMER_MEMBER.word(), EntryReader::formerMember),
            Map.entry(Entry.Kind.WORKSPACE.word(), EntryReader::workspace),
            Map.entry(Entry.Kind.STAY.word(), EntryReader::stay),
            Map.entry(Entry.Kind.MEMBER.word(), EntryReader::member),
            Map.entry(Entry.Kind.DATASET.word(), EntryReader::dataset),
            Map.entry(
                    Entry.Kind.ANNEX.word(),
                    fields -> annex(fields, AnnexOwner.of(fields.read("dataset_id", DatasetId::parse)))),
            Map.entry(
                    Entry.Kind.ORGANIZATION_ANNEX.word(),
                    fields -> annex(fields, AnnexOwner.of(fields.read("organization_id", OrganizationId::parse)))),
            Map.entry(
                    Entry.Kind.USER_ANNEX.word(),
                    fields -> annex(fields, AnnexOwner.of(fields.read("user_id", UserId::parse)))),
            Map.entry(Entry.Kind.ASSIGNMENT.word(), EntryReader::assignment),
            Map.entry(Entry.Kind.GRANT.word(), EntryReader::grant),
            Map.entry(Entry.Kind.CONTRIBUTION.word(), EntryReader::contribution),
            Map.entry(Entry.Kind.INVITATION.word(), EntryReader::invitation));

    private EntryReader() {}

    /** @throws RefusedException INVALID naming the field */
    static Entry read(JsonNode object) {
        JsonFields fields = new JsonFields(object);
        String type = fields.text("type");
        Function<JsonFields, Entry> reading = READINGS.get(type);
        if (reading == null) {
            throw RefusedException.invalid("type", "unknown type " + UserText.quote(type));
        }
        Entry entry = reading.apply(fields);
        fields.end();
        return entry;
    }

    private static Entry permission(JsonFields fields) {
        return new Entry.OfPermission(new Registered(
                fields.read("permission", RegisteredPermission::new),
                FreeText.check("description", fields.text("description"), RegisterPermission.Command.MOST_DESCRIPTION),
                fields.reach()));
    }

    private static Entry role(JsonFields fields) {
        return new Entry.OfRole(new Role(
                fields.read("id", RoleId::parse),
                0,
                fields.read("name", RoleName::new),
                fields.text("description"),
                fields.permissions("permissions"),
                fields.permissions("assigned_only"),
                fields.truth("reaches_workspaces"),
                fields.time("created_at"),
                fields.time("updated_at")));
    }

    private static Entry organization(JsonFields fields) {
        return new Entry.OfOrganization(new Organization(
                fields.read("id", OrganizationId::parse),
                0,
                fields.read("name", OrganizationName::new),
                fields.text("description"),
                fields.time("created_at"),
                fields.time("updated_at")));
    }

    private static Entry user(JsonFields fields) {
        UserId id = fields.read("id", UserId::parse);
        UserKind kind = fields.read("kind", UserKind::parse);
        Username username = fields.read("username", Username::new);
        User user = UserBuilder.builder()
                .id(id)
                .kind(kind)
                .username(username)
                .email(fields.readOptional("email", EmailAddress::new))
                .profile(profile(fields, username))
                .role(fields.role())
                .developer(fields.truth("developer"))
                .maker(fields.readOptional("maker_id", UserId::parse))
                .status(fields.read("status", UserStatus::parse))
                .lastActivityAt(fields.optionalTime("last_activity_at"))
                .createdAt(fields.time("created_at"))
                .updatedAt(fields.time("updated_at"))
                .build();
        return new Entry.OfUser(user, fields.readOptional("avatar", EntryReader::avatar), password(fields));
    }

    private static Profile profile(JsonFields fields, Username username) {
        Profile profile = Profile.named(username);
        for (ProfileField<?> field : ProfileField.ALL) {
            String text = field.isOptional()
                    ? fields.readOptional(field.word(), Function.identity())
                    : fields.text(field.word());
            profile = field.setText(profile, text);
        }
        return profile;
    }

    private static Avatar avatar(String base64) {
        try {
            return Avatar.ofPng(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException malformed) {
            throw RefusedException.invalid("avatar", "the avatar is not written in base64");
        }
    }

    private static @Nullable Kept password(JsonFields fields) {
        String hash = fields.readOptional("password_hash", Function.identity());
        return hash == null ? null : new Kept(hash, fields.optionalTime("password_temporary_until"));
    }

    private static Entry organizationMember(JsonFields fields) {
        return member(fields, "organization_id", id -> Place.of(OrganizationId.parse(id)));
    }

    private static Entry member(JsonFields fields) {
        return member(fields, "workspace_id", id -> Place.of(WorkspaceId.parse(id)));
    }

    private static Entry member(JsonFields fields, String place, Function<String, Place> reading) {
        return new Entry.OfMember(new Membership(
                fields.read("id", MembershipId::parse),
                0,
                fields.read(place, reading),
                fields.read("user_id", UserId::parse),
                fields.optionalRole(),
                fields.time("joined_at")));
    }

    private static Entry formerMember(JsonFields fields) {
        return new Entry.OfFormerMember(new FormerMembership(
                0,
                fields.read("organization_id", OrganizationId::parse),
                fields.read("user_id", UserId::parse),
                fields.time("joined_at"),
                fields.time("ended_at")));
    }

    private static Entry workspace(JsonFields fields) {
        return new Entry.OfWorkspace(new Workspace(
                fields.read("id", WorkspaceId::parse),
                0,
                fields.read("organization_id", OrganizationId::parse),
                fields.read("name", WorkspaceName::new),
                fields.readOptional("title", Function.identity()),
                Objects.requireNonNullElse(fields.readOptional("description", Function.identity()), ""),
                fields.time("created_at"),
                fields.time("updated_at")));
    }

    private static Entry stay(JsonFields fields) {
        return new Entry.OfStay(
                fields.read("user_id", UserId::parse),
                new Stay(fields.readOptional("workspace_id", WorkspaceId::parse), fields.optionalTime("until")));
    }

    private static Entry dataset(JsonFields fields) {
        Instant updatedAt = fields.time("updated_at");
        return new Entry.OfDataset(DatasetBuilder.builder()
                .id(fields.read("id", DatasetId::parse))
                .workspace(fields.read("workspace_id", WorkspaceId::parse))
                .name(fields.read("name", DatasetName::new))
                .access(fields.read("access", DatasetAccess::parse))
                .restriction(restriction(fields, updatedAt))
                .creator(fields.readOptional("creator_id", UserId::parse))
                .createdAt(fields.time("created_at"))
                .updatedAt(updatedAt)
                .build());
    }

    /** Files from before that was kept do not say since when; what is known is that it was so at the last change. */
    private static @Nullable Restriction restriction(JsonFields fields, Instant updatedAt) {
        boolean restricted = fields.truth("restricted");
        Instant at = fields.optionalTime("restricted_at");
        UserId by = fields.readOptional("restricter_id", UserId::parse);
        if (!restricted && (at != null || by != null)) {
            String field = at == null ? "restricter_id" : "restricted_at";
            throw RefusedException.invalid(field, field + " applies to restricted datasets only");
        }
        return restricted ? new Restriction(at == null ? updatedAt : at, by) : null;
    }

    private static Entry annex(JsonFields fields, AnnexOwner owner) {
        return new Entry.OfAnnex(
                new Annex(owner, 0, fields.text("kind"), fields.text("key"), fields.text("json"), fields.time("at")));
    }

    private static Entry assignment(JsonFields fields) {
        return new Entry.OfAssignment(new Assignment(
                0,
                fields.read("dataset_id", DatasetId::parse),
                fields.read("user_id", UserId::parse),
                fields.time("assigned_at")));
    }

    private static Entry grant(JsonFields fields) {
        return new Entry.OfGrant(new Grant(
                fields.read("id", GrantId::parse),
                0,
                fields.read("user_id", UserId::parse),
                fields.role(),
                fields.read("workspace_id", WorkspaceId::parse),
                fields.readOptional("dataset_id", DatasetId::parse),
                fields.time("created_at"),
                fields.time("updated_at")));
    }

    private static Entry contribution(JsonFields fields) {
        return new Entry.OfContribution(new Contribution(
                0,
                fields.read("dataset_id", DatasetId::parse),
                fields.read("user_id", UserId::parse),
                fields.number("count"),
                fields.time("first_at"),
                fields.time("last_at")));
    }

    private static Entry invitation(JsonFields fields) {
        return new Entry.OfInvitation(InvitationBuilder.builder()
                .id(fields.read("id", InvitationId::parse))
                .number(0)
                .user(fields.read("user_id", UserId::parse))
                .mode(fields.read("mode", InviteMode::parse))
                .inviter(fields.readOptional("inviter_id", UserId::parse))
                .createdAt(fields.time("created_at"))
                .sentAt(fields.time("sent_at"))
                .expiresAt(fields.time("expires_at"))
                .build());
    }
}
