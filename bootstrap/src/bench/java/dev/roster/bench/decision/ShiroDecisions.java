package dev.roster.bench.decision;

import dev.roster.bench.decision.World.Member;
import dev.roster.bench.decision.World.Question;
import dev.roster.domain.role.RosterPermission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.Permission;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.authz.permission.WildcardPermission;
import org.apache.shiro.cache.MapCache;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.ImmutablePrincipalCollection;
import org.apache.shiro.subject.PrincipalCollection;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Apache Shiro, with what a user may do cached under the user in a concurrent map. Principals are built beforehand and
 * the cache is warm, so that no question reaches the realm.
 */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
public class ShiroDecisions {
    @Param({"1000", "100000"})
    public int users;

    private Realm realm;
    private Asked[] asked;
    private int next;

    private record Asked(PrincipalCollection who, String text, Permission permission) {}

    @Setup
    public void fill() {
        World world = World.of(users);
        realm = new Realm(world);
        asked = world.questions().stream().map(ShiroDecisions::asked).toArray(Asked[]::new);
        Check.all(world, question -> realm.isPermitted(asked(question).who, asked(question).text));
        Check.all(world, question -> realm.isPermitted(asked(question).who, asked(question).permission));
    }

    private static Asked asked(Question question) {
        String text = text(question.permission(), question.workspace());
        return new Asked(
                ImmutablePrincipalCollection.ofSinglePrincipal(question.user(), Realm.NAME),
                text,
                new WildcardPermission(text, true));
    }

    private static String text(RosterPermission permission, String workspace) {
        return permission.key() + ":" + workspace;
    }

    /** The permission as a string, which Shiro takes apart at each question. */
    @Benchmark
    public boolean byString() {
        Asked question = asked[next++ & (World.AT_HAND - 1)];
        return realm.isPermitted(question.who, question.text);
    }

    /** The permission taken apart beforehand. */
    @Benchmark
    public boolean byPermission() {
        Asked question = asked[next++ & (World.AT_HAND - 1)];
        return realm.isPermitted(question.who, question.permission);
    }

    private static final class Realm extends AuthorizingRealm {
        static final String NAME = "members";

        private final Map<String, Member> members = new HashMap<>();

        Realm(World world) {
            world.members().forEach(member -> members.put(member.user(), member));
            setName(NAME);
            setCachingEnabled(true);
            setAuthorizationCachingEnabled(true);
            setAuthorizationCache(new MapCache<>(NAME, new ConcurrentHashMap<>()));
        }

        @Override
        protected AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection principals) {
            Member member = Objects.requireNonNull(members.get((String) principals.getPrimaryPrincipal()));
            List<Permission> held = World.ASKED.stream()
                    .filter(permission -> World.gives(member.role(), permission))
                    .<Permission>map(permission -> new WildcardPermission(text(permission, member.workspace()), true))
                    .toList();
            SimpleAuthorizationInfo info = new SimpleAuthorizationInfo();
            info.addObjectPermissions(held);
            return info;
        }

        /** The user's name: the collection as a whole would be hashed through a map of lists each time. */
        @Override
        protected Object getAuthorizationCacheKey(PrincipalCollection principals) {
            return principals.getPrimaryPrincipal();
        }

        @Override
        protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
            throw new UnsupportedOperationException("nobody logs in here");
        }
    }
}
