package dev.roster.domain.workspace;

import dev.roster.domain.RefusedException;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.text.FreeText;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.text.SingleLine;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A workspace, where a team works.
 *
 * @param number counts workspaces in order of creation; 0 until the store has assigned it
 * @param title a name for people to read, or null; for callers whose names do not fit {@link WorkspaceName}. What is
 *     {@linkplain #shownName shown} is unique in the organization
 * @param description at most 1,000 characters, empty when unset
 */
@RecordBuilder
public record Workspace(
        WorkspaceId id,
        long number,
        OrganizationId organization,
        WorkspaceName name,
        @Nullable String title,
        String description,
        Instant createdAt,
        Instant updatedAt)
        implements WorkspaceBuilder.With {
    public static final int MOST_TITLE = 255;
    public static final int MOST_DESCRIPTION = 1_000;

    public Workspace {
        title = title == null ? null : SingleLine.check("title", title, MOST_TITLE);
        description = FreeText.check("description", description, MOST_DESCRIPTION);
    }

    /** What people see: the title, or the name where there is none. */
    public String shownName() {
        return title == null ? name.value() : title;
    }

    /** By which no two workspaces of an organization may be the same. */
    public NameKey shownKey() {
        return NameKey.of(shownName());
    }

    /** The field that a change must name to be shown otherwise. */
    public String shownField() {
        return title == null ? "name" : "title";
    }

    /** @throws RefusedException INVALID, where it changes to a name that is none {@linkplain WorkspaceName#toGive to give} */
    @Override
    public Workspace withName(WorkspaceName changed) {
        WorkspaceName wanted = changed.equals(name) ? name : changed.toGive();
        return with().name(wanted).build();
    }

    public Workspace updatedAt(Instant now) {
        return with().updatedAt(now).build();
    }
}
