package dev.roster.application.declaration;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings the store to what somebody declared, in one transaction: all of it or nothing. Each step is the use case of its
 * own with its own permission check and audit event, so nobody gets further this way than step by step.
 */
public final class ApplyDeclaration {
    /**
     * What to bring about.
     *
     * @param prune whether members that it does not name leave the places whose members it names
     * @param agreed the steps that somebody agreed to, or null for whatever they turn out to be
     */
    public record Command(
            Declaration declaration,
            boolean prune,
            @Nullable List<Step> agreed) {}

    private final UnitOfWork work;
    private final Users users;
    private final RoleComparison roles;
    private final OrganizationComparison organizations;

    @Inject
    ApplyDeclaration(UnitOfWork work, Users users, RoleComparison roles, OrganizationComparison organizations) {
        this.work = work;
        this.users = users;
        this.roles = roles;
        this.organizations = organizations;
    }

    /** Changes nothing, and tells what would be done. A step that the caller may not do shows only when it is done. */
    public Plan plan(Caller caller, Declaration declaration, boolean prune) {
        return work.reading(() -> draft(caller, declaration, prune).plan());
    }

    /**
     * Compares anew, does the steps and returns them.
     *
     * @throws RefusedException INVALID naming {@code declaration}, which has faults; CONFLICT naming {@code agreed},
     *     which is not what there is to do any more; and whatever a step is refused for
     */
    public Plan handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            Draft draft = draft(caller, command.declaration(), command.prune());
            Plan plan = draft.plan();
            requireFaultless(plan);
            requireAgreed(plan, command.agreed());
            draft.carryOut();
            return plan;
        });
    }

    private Draft draft(Caller caller, Declaration declaration, boolean prune) {
        work.guard().require(caller, RosterPermission.INSTANCE_CONFIGURE, Target.instance());
        work.guard().require(caller, RosterPermission.USER_READ, Target.instance());
        Draft draft = new Draft();
        Known known = new Known(
                users.findAllByLogin(declaration.logins()), roles.compare(caller, declaration.roles(), draft), prune);
        declaration.organizations().forEach(wanted -> organizations.compare(caller, wanted, known, draft));
        return draft;
    }

    private static void requireFaultless(Plan plan) {
        plan.faults().stream().findFirst().ifPresent(first -> {
            throw RefusedException.invalid("declaration", String.join("/", first.path()) + ": " + first.reason());
        });
    }

    private static void requireAgreed(Plan plan, @Nullable List<Step> agreed) {
        if (agreed != null && !agreed.equals(plan.steps())) {
            throw RefusedException.conflict(
                    "agreed", "the store changed since the plan was made, nothing was done; look at a new plan");
        }
    }
}
