package dev.roster.application.declaration;

import dev.roster.application.access.Caller;
import dev.roster.application.declaration.UserComparison.Hashes;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the store match a declaration, in one transaction: all of it or nothing. Each step is a use case with its own
 * permission check and audit event, so a caller cannot do more this way than step by step.
 */
public final class ApplyDeclaration {
    /**
     * The declaration to apply.
     *
     * @param prune whether to remove members that it does not name from places whose members it lists
     * @param agreed the steps that the caller agreed to, or null to accept any steps
     */
    public record Command(
            Declaration declaration,
            boolean prune,
            @Nullable List<Step> agreed) {}

    /** Ends a transaction whose outcome is wanted, but not its changes. */
    private static final class NotKept extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Plan plan;

        private NotKept(Plan plan) {
            super(null, null, false, false);
            this.plan = plan;
        }
    }

    static final String CHANGED =
            "the store has changed since the plan was created, and nothing was done; create a new plan";

    private final UnitOfWork work;
    private final Users users;
    private final RoleComparison roles;
    private final UserComparison people;
    private final OrganizationComparison organizations;
    private final Expectations expectations;
    private final Consequences consequences;

    @Inject
    ApplyDeclaration(
            UnitOfWork work,
            Users users,
            RoleComparison roles,
            UserComparison people,
            OrganizationComparison organizations,
            Expectations expectations,
            Consequences consequences) {
        this.work = work;
        this.users = users;
        this.roles = roles;
        this.people = people;
        this.organizations = organizations;
        this.expectations = expectations;
        this.consequences = consequences;
    }

    /**
     * Changes nothing, and returns what would be done, who would gain and lose what, and which expectations would not hold. To
     * find that out it is done, and undone.
     */
    public Plan plan(Caller caller, Declaration declaration, boolean prune) {
        Plan compared = work.reading(
                () -> draft(caller, declaration, prune, Hashes.NONE).plan());
        Plan plan = compared.withMoreFaults(
                people.refusedPasswords(declaration.users(), work.reading(() -> known(caller, declaration))));
        boolean isTold = plan.steps().isEmpty() && declaration.expectations().isEmpty();
        return isTold || !plan.faults().isEmpty() ? plan : tried(caller, declaration, prune);
    }

    private Plan tried(Caller caller, Declaration declaration, boolean prune) {
        try {
            return work.inLongTransaction(() -> {
                Draft draft = draft(caller, declaration, prune, Hashes.NONE);
                if (draft.plan().faults().isEmpty()) {
                    throw new NotKept(tried(draft, declaration));
                }
                return draft.plan();
            });
        } catch (NotKept undone) {
            return undone.plan;
        }
    }

    private Plan tried(Draft draft, Declaration declaration) {
        Plan plan = draft.plan();
        Map<UserId, Actor> before = consequences.of(draft.concerned());
        Optional<Fault> refusal = draft.tryOut();
        if (refusal.isPresent()) {
            return plan.withFaults(List.of(refusal.get()));
        }
        Map<UserId, Actor> after = consequences.of(draft.concerned());
        return plan.withFaults(expectations.broken(declaration.expectations()))
                .withConsequences(Consequences.between(before, after));
    }

    /**
     * Compares again, does the steps and returns them.
     *
     * @throws RefusedException INVALID naming {@code declaration}, which has faults; CONFLICT naming {@code agreed},
     *     which no longer is what there is to do, or {@code expect}, for what would not hold; and whatever a step is
     *     refused for
     */
    public Plan handle(Caller caller, Command command) {
        Hashes hashes =
                people.hashes(command.declaration().users(), work.reading(() -> known(caller, command.declaration())));
        return work.inLongTransaction(() -> {
            Draft draft = draft(caller, command.declaration(), command.prune(), hashes);
            Plan plan = draft.plan();
            requireFaultless(plan);
            requireAgreed(plan, command.agreed());
            draft.carryOut();
            requireExpected(command.declaration());
            return plan;
        });
    }

    private void requireExpected(Declaration declaration) {
        expectations.broken(declaration.expectations()).stream().findFirst().ifPresent(first -> {
            throw RefusedException.conflict("expect", first.reason() + "; nothing was done");
        });
    }

    /** @param hashes of the passwords of new users; needed where the steps are to be done */
    private Draft draft(Caller caller, Declaration declaration, boolean prune, Hashes hashes) {
        requireAllowed(caller);
        Draft draft = new Draft();
        Map<NameKey, RoleName> known = roles.compare(caller, declaration.roles(), draft);
        UserComparison.Before before =
                new UserComparison.Before(users.findAllByLogin(declaration.logins()), known, hashes);
        Known all = new Known(people.compare(caller, declaration.users(), before, draft), known, prune);
        declaration.organizations().forEach(wanted -> organizations.compare(caller, wanted, all, draft));
        return draft;
    }

    /** Whom it mentions and who is there already; asked of nobody who may not apply it, as what follows is slow. */
    private Map<NameKey, User> known(Caller caller, Declaration declaration) {
        requireAllowed(caller);
        return users.findAllByLogin(declaration.logins());
    }

    private void requireAllowed(Caller caller) {
        work.guard().require(caller, RosterPermission.INSTANCE_CONFIGURE, Target.instance());
        work.guard().require(caller, RosterPermission.USER_READ, Target.instance());
    }

    private static void requireFaultless(Plan plan) {
        plan.faults().stream().findFirst().ifPresent(first -> {
            throw RefusedException.invalid("declaration", String.join("/", first.path()) + ": " + first.reason());
        });
    }

    private static void requireAgreed(Plan plan, @Nullable List<Step> agreed) {
        if (agreed != null && !agreed.equals(plan.steps())) {
            throw RefusedException.conflict("agreed", CHANGED);
        }
    }
}
