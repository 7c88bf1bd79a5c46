package dev.roster.bench.decision;

import dev.roster.bench.decision.World.Question;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Directory;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import java.util.Objects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Roster's own decision, by string ids and by handles that were looked up before. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class RosterDecisions {
    /** How many users a caller that keeps handles works with at a time; few enough to stay in the nearest cache. */
    private static final int HANDLES_IN_USE = 64;

    @Param({"1000", "100000"})
    public int users;

    private Directory directory;
    private Question[] questions;
    private Handle[] handles;
    private int next;

    /** A question whose user and workspace were looked up before. */
    private record Handle(Actor actor, RosterPermission permission, Target target) {}

    @Setup
    public void fill() {
        World world = World.of(users);
        directory = directory(world);
        questions = world.questions().toArray(Question[]::new);
        handles = world.questions().stream().map(this::handle).toArray(Handle[]::new);
        Check.all(world, question -> directory.allows(question.user(), question.permission(), question.workspace()));
    }

    private static Directory directory(World world) {
        Directory directory = new Directory();
        world.workspaces().forEach(directory::workspace);
        world.members()
                .forEach(member -> directory
                        .user(member.user(), PredefinedRole.ANNOTATOR.role())
                        .member(member.user(), member.workspace(), member.role().role()));
        return directory;
    }

    private Handle handle(Question question) {
        return new Handle(
                Objects.requireNonNull(directory.actor(question.user())),
                question.permission(),
                Objects.requireNonNull(directory.place(question.workspace())));
    }

    /** What the loop and the clock cost by themselves. */
    @Benchmark
    public Question nothing() {
        return questions[turn() & (World.AT_HAND - 1)];
    }

    @Benchmark
    public boolean allowsByIds() {
        Question question = questions[turn() & (World.AT_HAND - 1)];
        return directory.allows(question.user(), question.permission(), question.workspace());
    }

    /** So many users in turn that none is left in a near cache when it is asked about again. */
    @Benchmark
    public boolean allowsByScatteredIds() {
        Question question = questions[turn() & (World.QUESTIONS - 1)];
        return directory.allows(question.user(), question.permission(), question.workspace());
    }

    @Benchmark
    public Decision decideByIds() {
        Question question = questions[turn() & (World.AT_HAND - 1)];
        return directory.decide(question.user(), question.permission(), question.workspace());
    }

    @Benchmark
    public boolean allowsByHandle() {
        Handle handle = handles[turn() & (HANDLES_IN_USE - 1)];
        return AccessPolicy.allows(handle.actor, handle.permission, handle.target);
    }

    @Benchmark
    public Decision decideByHandle() {
        Handle handle = handles[turn() & (HANDLES_IN_USE - 1)];
        return AccessPolicy.decide(handle.actor, handle.permission, handle.target);
    }

    private int turn() {
        return next++;
    }
}
