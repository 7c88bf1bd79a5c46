package dev.roster.bench.decision;

import dev.roster.bench.decision.World.Question;
import dev.roster.domain.role.PredefinedRole;
import java.util.ArrayList;
import java.util.List;
import org.casbin.jcasbin.main.CoreEnforcer;
import org.casbin.jcasbin.main.Enforcer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** jCasbin with its model for roles within domains, a domain for each workspace. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class CasbinDecisions {
    private static final String MODEL = """
            [request_definition]
            r = sub, dom, act

            [policy_definition]
            p = %s

            [role_definition]
            g = _, _, _

            [policy_effect]
            e = some(where (p.eft == allow))

            [matchers]
            m = %s
            """;

    private static final List<PredefinedRole> ROLES =
            List.of(PredefinedRole.MANAGER, PredefinedRole.ADMIN, PredefinedRole.VIEWER, PredefinedRole.ANNOTATOR);

    /** How the rules of a role are written. */
    public enum Rules {
        /** Once for all workspaces, and the cheaper test first: as fast as can be. */
        SHARED("sub, act", "r.act == p.act && g(r.sub, p.sub, r.dom)"),
        /** Again for each workspace, and the role first, as jCasbin's documentation shows the model. */
        PER_WORKSPACE("sub, dom, act", "g(r.sub, p.sub, r.dom) && r.dom == p.dom && r.act == p.act");

        private final String model;

        Rules(String policy, String matcher) {
            this.model = MODEL.formatted(policy, matcher);
        }
    }

    @Param({"1000", "100000"})
    public int users;

    @Param({"SHARED", "PER_WORKSPACE"})
    public Rules rules;

    private Enforcer enforcer;
    private Question[] questions;
    private int next;

    @Setup
    public void fill() {
        World world = World.of(users);
        questions = world.questions().toArray(Question[]::new);
        enforcer = new Enforcer(CoreEnforcer.newModel(rules.model));
        enforcer.addPolicies(rules == Rules.SHARED ? shared() : perWorkspace(world.workspaces()));
        enforcer.addGroupingPolicies(world.members().stream()
                .map(member -> List.of(member.user(), member.role().word(), member.workspace()))
                .toList());
        Check.some(world, this::allows);
    }

    private static List<List<String>> shared() {
        List<List<String>> policies = new ArrayList<>();
        ROLES.forEach(role -> World.ASKED.stream()
                .filter(permission -> World.gives(role, permission))
                .forEach(permission -> policies.add(List.of(role.word(), permission.key()))));
        return policies;
    }

    private static List<List<String>> perWorkspace(List<String> workspaces) {
        List<List<String>> policies = new ArrayList<>();
        workspaces.forEach(
                workspace -> shared().forEach(rule -> policies.add(List.of(rule.get(0), workspace, rule.get(1)))));
        return policies;
    }

    private boolean allows(Question question) {
        return enforcer.enforce(
                question.user(), question.workspace(), question.permission().key());
    }

    @Benchmark
    public boolean enforce() {
        return allows(questions[next++ & (World.AT_HAND - 1)]);
    }
}
