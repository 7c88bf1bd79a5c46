package dev.roster.cli.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.roster.application.port.Passwords.Kept;
import dev.roster.application.transfer.Entry;
import dev.roster.application.transfer.ExportEverything;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.RegisteredReach;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.User;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an export: a header, then one JSON object on a line for each entry, which {@link EntryReader} reads. */
final class EntryWriter implements ExportEverything.Receiver {
    static final String HEADER = "roster_export";
    static final int VERSION = 1;

    private final ObjectMapper mapper;
    private final PrintWriter out;
    private long entries;

    /** @param ascii whether everything else is escaped, for a terminal that may not know it */
    EntryWriter(PrintWriter out, boolean ascii) {
        this.out = out;
        this.mapper = JsonMapper.builder()
                .configure(JsonWriteFeature.ESCAPE_NON_ASCII, ascii)
                .build();
    }

    /** How many entries were written. */
    long entries() {
        return entries;
    }

    @Override
    public void begin(Instant at) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put(HEADER, VERSION);
        header.put("at", at.toString());
        print(header);
    }

    @Override
    public void add(Entry entry) {
        entries++;
        print(fields(entry).values);
    }

    private void print(Map<String, Object> object) {
        try {
            out.print(mapper.writeValueAsString(object) + "\n");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("plain values are always JSON", impossible);
        }
    }

    /** The fields of a line, in order. */
    private static final class Fields {
        private final Map<String, Object> values = new LinkedHashMap<>();

        private Fields(Entry entry) {
            values.put("type", entry.kind().word());
        }

        /** Numbers and truth values as they are, lists of text, everything else as its text; without a value, nothing. */
        private Fields withProfile(Profile profile) {
            ProfileField.ALL.forEach(field -> with(field.word(), field.text(profile)));
            return this;
        }

        private Fields with(String name, @Nullable Object value) {
            if (value instanceof Number || value instanceof Boolean || value instanceof List<?>) {
                values.put(name, value);
            } else if (value != null) {
                values.put(name, value.toString());
            }
            return this;
        }

        private Fields withRole(@Nullable RoleRef role) {
            if (role != null) {
                Map<String, String> both = new LinkedHashMap<>();
                both.put("id", role.id().toString());
                both.put("name", role.name().value());
                values.put("role", both);
            }
            return this;
        }

        private Fields withReach(RegisteredReach reach) {
            if (!reach.equals(RegisteredReach.NONE)) {
                values.put("reach", reach.words());
            }
            return this;
        }

        private Fields withPermissions(String name, PermissionSet permissions) {
            return with(name, permissions.stream().map(Permission::key).toList());
        }
    }

    private static Fields fields(Entry entry) {
        if (entry instanceof Entry.OfUser user) {
            return user(user);
        }
        if (entry instanceof Entry.OfPermission || entry instanceof Entry.OfRole) {
            return role(entry);
        }
        if (entry instanceof Entry.OfOrganization || entry instanceof Entry.OfWorkspace) {
            return place(entry);
        }
        if (entry instanceof Entry.OfDataset || entry instanceof Entry.OfAnnex) {
            return dataset(entry);
        }
        return holding(entry);
    }

    private static Fields user(Entry.OfUser entry) {
        User user = entry.user();
        Fields fields = new Fields(entry)
                .with("id", user.id())
                .with("kind", user.kind().word())
                .with("username", user.username())
                .with("email", user.email())
                .withProfile(user.profile())
                .withRole(user.role())
                .with("developer", user.developer())
                .with("maker_id", user.maker())
                .with("status", user.status().word())
                .with("last_activity_at", user.lastActivityAt())
                .with("created_at", user.createdAt())
                .with("updated_at", user.updatedAt());
        Avatar avatar = entry.avatar();
        Kept password = entry.password();
        return fields.with("avatar", avatar == null ? null : Base64.getEncoder().encodeToString(avatar.png()))
                .with("password_hash", password == null ? null : password.hash())
                .with("password_temporary_until", password == null ? null : password.temporaryUntil());
    }

    private static Fields role(Entry entry) {
        if (entry instanceof Entry.OfPermission permission) {
            return new Fields(entry)
                    .with("permission", permission.registered().permission())
                    .with("description", permission.registered().description())
                    .withReach(permission.registered().reach());
        }
        var role = ((Entry.OfRole) entry).role();
        return new Fields(entry)
                .with("id", role.id())
                .with("name", role.name())
                .with("description", role.description())
                .withPermissions("permissions", role.permissions())
                .withPermissions("assigned_only", role.assignedOnly())
                .with("reaches_workspaces", role.reachesWorkspaces())
                .with("created_at", role.createdAt())
                .with("updated_at", role.updatedAt());
    }

    private static Fields place(Entry entry) {
        if (entry instanceof Entry.OfOrganization one) {
            var organization = one.organization();
            return new Fields(entry)
                    .with("id", organization.id())
                    .with("name", organization.name())
                    .with("description", organization.description())
                    .with("created_at", organization.createdAt())
                    .with("updated_at", organization.updatedAt());
        }
        var workspace = ((Entry.OfWorkspace) entry).workspace();
        return new Fields(entry)
                .with("id", workspace.id())
                .with("organization_id", workspace.organization())
                .with("name", workspace.name())
                .with("title", workspace.title())
                .with("description", workspace.description())
                .with("created_at", workspace.createdAt())
                .with("updated_at", workspace.updatedAt());
    }

    private static Fields dataset(Entry entry) {
        if (entry instanceof Entry.OfAnnex one) {
            AnnexOwner owner = one.annex().owner();
            return new Fields(entry)
                    .with(owner.kind().word() + "_id", owner.id())
                    .with("kind", one.annex().kind())
                    .with("key", one.annex().key())
                    .with("json", one.annex().json())
                    .with("at", one.annex().at());
        }
        var dataset = ((Entry.OfDataset) entry).dataset();
        return new Fields(entry)
                .with("id", dataset.id())
                .with("workspace_id", dataset.workspace())
                .with("name", dataset.name())
                .with("access", dataset.access().word())
                .with("restricted", dataset.restricted())
                .with("restricted_at", dataset.restrictedAt())
                .with("restricter_id", dataset.restricter())
                .with("creator_id", dataset.creator())
                .with("created_at", dataset.createdAt())
                .with("updated_at", dataset.updatedAt());
    }

    private static Fields holding(Entry entry) {
        if (entry instanceof Entry.OfMember one) {
            var membership = one.membership();
            return new Fields(entry)
                    .with("id", membership.id())
                    .with(
                            membership.place().kind().word() + "_id",
                            membership.place().id())
                    .with("user_id", membership.user())
                    .withRole(membership.role())
                    .with("joined_at", membership.joinedAt());
        }
        if (entry instanceof Entry.OfFormerMember one) {
            var membership = one.membership();
            return new Fields(entry)
                    .with("organization_id", membership.organization())
                    .with("user_id", membership.user())
                    .with("joined_at", membership.joinedAt())
                    .with("ended_at", membership.endedAt());
        }
        if (entry instanceof Entry.OfStay one) {
            return new Fields(entry)
                    .with("user_id", one.user())
                    .with("workspace_id", one.stay().workspace())
                    .with("until", one.stay().until());
        }
        if (entry instanceof Entry.OfAssignment one) {
            return new Fields(entry)
                    .with("dataset_id", one.assignment().dataset())
                    .with("user_id", one.assignment().user())
                    .with("assigned_at", one.assignment().assignedAt());
        }
        return extra(entry);
    }

    private static Fields extra(Entry entry) {
        if (entry instanceof Entry.OfGrant one) {
            var grant = one.grant();
            return new Fields(entry)
                    .with("id", grant.id())
                    .with("user_id", grant.user())
                    .withRole(grant.role())
                    .with("workspace_id", grant.workspace())
                    .with("dataset_id", grant.dataset())
                    .with("created_at", grant.createdAt())
                    .with("updated_at", grant.updatedAt());
        }
        if (entry instanceof Entry.OfContribution one) {
            var contribution = one.contribution();
            return new Fields(entry)
                    .with("dataset_id", contribution.dataset())
                    .with("user_id", contribution.user())
                    .with("count", contribution.count())
                    .with("first_at", contribution.firstAt())
                    .with("last_at", contribution.lastAt());
        }
        if (entry instanceof Entry.OfInvitation one) {
            var invitation = one.invitation();
            return new Fields(entry)
                    .with("id", invitation.id())
                    .with("user_id", invitation.user())
                    .with("mode", invitation.mode().word())
                    .with("inviter_id", invitation.inviter())
                    .with("created_at", invitation.createdAt())
                    .with("sent_at", invitation.sentAt())
                    .with("expires_at", invitation.expiresAt());
        }
        throw new IllegalStateException("no export has such a " + entry.kind().word());
    }
}
