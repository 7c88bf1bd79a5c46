package dev.roster.application.access;

import dev.roster.application.port.Targets;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionTable;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers questions of the form "may this user do that there, and why". */
public final class Decide {
    /** The most questions in one batch. */
    public static final int MOST = 100;

    /** Whether the user may do this to the target. */
    public record Question(Permission permission, Target.Ref target) {}

    /**
     * A batch of questions.
     *
     * @param user the user they are about, or null for the caller; any other user requires {@code user:read}
     */
    @RecordBuilder
    public record Query(@Nullable UserId user, List<Question> questions) implements DecideQueryBuilder.With {
        public Query {
            questions = List.copyOf(questions);
        }

        /** About the caller. */
        public static Query own(List<Question> questions) {
            return DecideQueryBuilder.builder().questions(questions).build();
        }
    }

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Targets targets;
    private final Users users;
    private final PresentActors actors;
    private final PermissionLookup permissions;

    @Inject
    Decide(
            Transactions transactions,
            AccessGuard guard,
            Targets targets,
            Users users,
            PresentActors actors,
            PermissionLookup permissions) {
        this.transactions = transactions;
        this.guard = guard;
        this.targets = targets;
        this.users = users;
        this.actors = actors;
        this.permissions = permissions;
    }

    /**
     * One decision for each question, in order. What does not exist is denied.
     *
     * @throws RefusedException INVALID naming {@code permission} that is not registered
     */
    public List<Decision> handle(Caller caller, Query query) {
        if (query.questions().isEmpty() || query.questions().size() > MOST) {
            throw RefusedException.invalid("questions", query.questions().size() + " questions, expected 1 to " + MOST);
        }
        return transactions.reading(() -> {
            query.questions().forEach(question -> permissions.requireKnown(question.permission()));
            Map<Target.Ref, Target> found = targets.find(
                    query.questions().stream().map(Question::target).collect(Collectors.toSet()));
            UserId about = query.user();
            boolean own = about == null || caller.is(about);
            Actor reader = self(caller, found);
            Actor actor =
                    about == null || own ? reader : other(caller, about, found).asKnownTo(reader);
            PermissionTable table = permissions.tableFor(
                    query.questions().stream().map(Question::permission).toList());
            return query.questions().stream()
                    .map(question -> decide(actor, reader, question, found.get(question.target()), table))
                    .toList();
        });
    }

    private Actor self(Caller caller, Map<Target.Ref, Target> found) {
        return guard.actor(caller, found.values().toArray(Target[]::new));
    }

    private Actor other(Caller caller, UserId id, Map<Target.Ref, Target> found) {
        User user = users.get(id);
        guard.require(caller, RosterPermission.USER_READ, Target.of(user));
        return actors.find(id, found.values()).orElseThrow(() -> RefusedException.notFound("user", id));
    }

    /** In words that give away no name that the reader, who asks, may not read. */
    private static Decision decide(
            Actor actor, Actor reader, Question question, @Nullable Target target, PermissionTable table) {
        return target == null
                ? AccessPolicy.decideUnknown(actor, question.permission(), question.target())
                : AccessPolicy.decide(actor, question.permission(), AccessPolicy.asKnownTo(reader, target), table);
    }
}
