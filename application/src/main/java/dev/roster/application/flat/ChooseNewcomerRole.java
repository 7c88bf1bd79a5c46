package dev.roster.application.flat;

import dev.roster.application.access.Caller;
import dev.roster.application.annex.PutAnnexes;
import dev.roster.application.port.Organizations;
import dev.roster.application.role.RoleLookup;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what people are who come into an organization by themselves. It takes what inviting each of them with that role
 * takes, and updating the organization. A door keeps the choice, and has it asked again by {@link GiveNewcomerRole}.
 */
public final class ChooseNewcomerRole {
    /**
     * What is chosen.
     *
     * @param workspace the title of the workspace, which is created where it is not there and a role is chosen
     * @param role name or id of the role in both, or null for none
     */
    public record Command(
            OrganizationId organization,
            String workspace,
            @Nullable String role,
            Kept kept) {}

    /** What the door keeps of it beside the organization: the content by key. */
    public record Kept(String kind, Map<String, String> contents) {
        public Kept {
            contents = Map.copyOf(contents);
        }
    }

    private final UnitOfWork work;
    private final Organizations organizations;
    private final RoleLookup roles;
    private final FlatWorkspace flat;
    private final PutAnnexes putAnnexes;

    @Inject
    ChooseNewcomerRole(
            UnitOfWork work, Organizations organizations, RoleLookup roles, FlatWorkspace flat, PutAnnexes putAnnexes) {
        this.work = work;
        this.organizations = organizations;
        this.roles = roles;
        this.flat = flat;
        this.putAnnexes = putAnnexes;
    }

    /**
     * @throws dev.roster.domain.RefusedException NOT_FOUND naming {@code organization}; INVALID naming {@code role}; FORBIDDEN
     *     also for a role that is more than the caller holds, and for any role by an API key or in an old session: who comes
     *     later keeps it
     */
    public void handle(Caller caller, Command command) {
        work.inTransaction(() -> {
            Organization organization = organizations.get(command.organization());
            work.guard().require(caller, RosterPermission.MEMBER_ADD, Target.of(organization));
            if (command.role() != null) {
                work.guard().requireToHandOut(caller);
                Role role = roles.findForPlace(caller, command.role(), Target.of(organization));
                requireToGive(caller, organization, command.workspace(), role);
            }
            putAnnexes.handle(
                    caller,
                    new PutAnnexes.Command(
                            AnnexOwner.of(organization.id()),
                            command.kept().kind(),
                            command.kept().contents()));
            work.journal()
                    .write(
                            caller,
                            "organization.newcomer-role",
                            Target.of(organization),
                            Changes.none().set("role", command.role()));
        });
    }

    private void requireToGive(Caller caller, Organization organization, String workspace, Role role) {
        work.guard().requireToGive(caller, role, Target.of(organization));
        Target within = Target.of(flat.findOrCreate(caller, organization.id(), workspace));
        work.guard().require(caller, RosterPermission.MEMBER_ADD, within);
        work.guard().requireToGive(caller, role, within);
    }
}
