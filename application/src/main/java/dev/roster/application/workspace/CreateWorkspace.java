package dev.roster.application.workspace;

import dev.roster.application.access.Caller;
import dev.roster.application.organization.Enrolment;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Workspaces;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.SingleLine;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates a workspace. It has no members at first. */
public final class CreateWorkspace {
    /**
     * The new workspace.
     *
     * @param id null for a new id
     * @param name null to derive it from the title, see {@link WorkspaceName#ofTitle}; if it is taken, with a number appended,
     *     or with random letters if the first numbers are taken too
     * @param organization null for the default organization
     * @param title a name for people to read, at most 255 characters, or null where there is a name
     * @param description at most 1,000 characters, may be empty
     */
    @RecordBuilder
    public record Command(
            @Nullable WorkspaceId id,
            @Nullable WorkspaceName name,
            @Nullable OrganizationId organization,
            @Nullable String title,
            String description)
            implements CreateWorkspaceCommandBuilder.With {
        /** @throws RefusedException INVALID naming {@code name}, where there is no title either */
        public Command {
            if (name == null && title == null) {
                throw RefusedException.invalid("name", "the name is missing, and there is no title to derive it from");
            }
        }

        public static Command named(WorkspaceName name) {
            return CreateWorkspaceCommandBuilder.builder()
                    .name(name)
                    .description("")
                    .build();
        }

        /** With a name derived from the title. */
        public static Command titled(@Nullable String title) {
            return CreateWorkspaceCommandBuilder.builder()
                    .title(title)
                    .description("")
                    .build();
        }

        /** One of the two must be there. */
        public static Command called(@Nullable WorkspaceName name, @Nullable String title) {
            return name == null ? titled(title) : named(name).withTitle(title);
        }
    }

    /** How many names are tried before one at random: looking must not take longer the more equal titles there are. */
    private static final int TRIES = 5;

    private final UnitOfWork work;
    private final Organizations organizations;
    private final Enrolment enrolment;
    private final Workspaces workspaces;

    @Inject
    CreateWorkspace(UnitOfWork work, Organizations organizations, Enrolment enrolment, Workspaces workspaces) {
        this.work = work;
        this.organizations = organizations;
        this.enrolment = enrolment;
        this.workspaces = workspaces;
    }

    /** @throws RefusedException CONFLICT naming {@code id}, {@code name} or {@code title}, whichever is taken */
    public Workspace handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            Organization organization = command.organization() == null
                    ? enrolment.defaultOrganization()
                    : organizations.get(command.organization());
            work.guard().require(caller, RosterPermission.WORKSPACE_CREATE, Target.of(organization));
            Workspace workspace = workspaces.add(draft(command, organization));
            work.journal()
                    .write(
                            caller,
                            "workspace.create",
                            Target.of(workspace),
                            Changes.none()
                                    .set("name", workspace.name())
                                    .set("title", workspace.title())
                                    .add("description", "", workspace.description()));
            return workspace;
        });
    }

    private Workspace draft(Command command, Organization organization) {
        Instant at = work.now();
        WorkspaceId id = command.id() == null ? new WorkspaceId(work.nextId()) : command.id();
        String title =
                command.title() == null ? null : SingleLine.check("title", command.title(), Workspace.MOST_TITLE);
        return new Workspace(
                id,
                0,
                organization.id(),
                name(command, title),
                title,
                command.description().strip(),
                at,
                at);
    }

    private WorkspaceName name(Command command, @Nullable String title) {
        if (command.name() != null) {
            return command.name().toGive();
        }
        WorkspaceName first =
                WorkspaceName.ofTitle(Objects.requireNonNull(title)).toGive();
        Stream<WorkspaceName> numbered =
                IntStream.rangeClosed(2, TRIES).mapToObj(count -> first.ending(Integer.toString(count)));
        return Stream.concat(Stream.of(first), numbered)
                .filter(name -> workspaces.findByName(name.key()).isEmpty())
                .findFirst()
                .orElseGet(() -> first.ending(lettersAtRandom()));
    }

    /** The end of a new id is random. */
    private String lettersAtRandom() {
        return "%08x".formatted((int) work.nextId().getLeastSignificantBits());
    }
}
