package dev.roster.application.declaration;

import dev.roster.application.Change;
import dev.roster.domain.text.FreeText;
import dev.roster.domain.text.SingleLine;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceName;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A wanted workspace, in the organization that contains it in the declaration.
 *
 * @param title a name for people to read, at most 255 characters
 * @param description white space around it is removed, so that it does not always seem to differ
 * @param members null if the declaration does not list them; an empty list means that there must be none
 */
public record DeclaredWorkspace(
        WorkspaceName name,
        Change<String> title,
        Change<String> description,
        @Nullable List<DeclaredMember> members) {
    public DeclaredWorkspace {
        title = title.map(text -> SingleLine.check("title", text, Workspace.MOST_TITLE));
        description = description.map(text -> FreeText.check("description", text.strip(), Workspace.MOST_DESCRIPTION));
        members = members == null ? null : List.copyOf(members);
    }

    Stream<DeclaredMember> everybody() {
        return members == null ? Stream.empty() : members.stream();
    }
}
