package dev.roster.bench.decision;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import dev.roster.bench.decision.World.Member;
import dev.roster.bench.decision.World.Question;
import dev.roster.domain.role.PredefinedRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Cedar through cedar-java. A policy for each role, parsed once and cached on the native side. Each question hands over
 * nothing but the user with the role's group in its workspace: Cedar would take longer with more.
 */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class CedarDecisions {
    private static final List<PredefinedRole> ROLES =
            List.of(PredefinedRole.MANAGER, PredefinedRole.ADMIN, PredefinedRole.VIEWER, PredefinedRole.ANNOTATOR);

    private static final EntityTypeName USER = type("User");
    private static final EntityTypeName WORKSPACE = type("Workspace");
    private static final EntityTypeName ACTION = type("Action");

    @Param({"1000", "100000"})
    public int users;

    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private PolicySet policies;
    private Asked[] asked;
    private int next;

    private record Asked(AuthorizationRequest request, Entities entities) {}

    @Setup
    public void fill() throws AuthException, CacheException {
        World world = World.of(users);
        policies = PolicySet.parsePolicies(
                ROLES.stream().map(CedarDecisions::policy).collect(Collectors.joining("\n")));
        policies.cache();
        Map<String, Member> members = new HashMap<>();
        world.members().forEach(member -> members.put(member.user(), member));
        asked = world.questions().stream()
                .map(question -> asked(question, Objects.requireNonNull(members.get(question.user()))))
                .toArray(Asked[]::new);
        Check.some(world, question -> allows(asked(question, Objects.requireNonNull(members.get(question.user())))));
    }

    /** Roles of a workspace are attributes of the workspace: the users' group that holds them. */
    private static String policy(PredefinedRole role) {
        String actions = World.ASKED.stream()
                .filter(permission -> World.gives(role, permission))
                .map(permission -> "Action::\"" + permission.key() + "\"")
                .collect(Collectors.joining(", "));
        return "permit (principal, action in [" + actions + "], resource) when { principal in resource." + role.word()
                + " };";
    }

    private static Asked asked(Question question, Member member) {
        EntityUID user = new EntityUID(USER, question.user());
        EntityUID workspace = new EntityUID(WORKSPACE, question.workspace());
        Entity person = new Entity(user, Set.of(group(member.role(), member.workspace())));
        Entity place = new Entity(
                workspace,
                ROLES.stream()
                        .collect(Collectors.toMap(PredefinedRole::word, role -> group(role, question.workspace()))),
                Set.of());
        AuthorizationRequest request = new AuthorizationRequest(
                user, new EntityUID(ACTION, question.permission().key()), workspace, Map.of());
        return new Asked(request, new Entities(Set.of(person, place)));
    }

    private static EntityUID group(PredefinedRole role, String workspace) {
        return new EntityUID(type("Group"), role.word() + "@" + workspace);
    }

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow();
    }

    private boolean allows(Asked question) {
        try {
            Optional<AuthorizationSuccessResponse> answer =
                    engine.isAuthorized(question.request, policies, question.entities).success;
            return answer.orElseThrow().isAllowed();
        } catch (AuthException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Benchmark
    public boolean isAuthorized() {
        return allows(asked[next++ & (World.AT_HAND - 1)]);
    }
}
