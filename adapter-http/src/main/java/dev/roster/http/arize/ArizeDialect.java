package dev.roster.http.arize;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.Authenticate;
import dev.roster.application.role.RegisterPermission;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.http.dialect.Translated;
import dev.roster.http.web.Bearer;
import dev.roster.http.web.Dialect;
import dev.roster.http.web.Manner;
import dev.roster.http.web.Manners;
import dev.roster.http.web.Problem;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The wire of Arize's Python SDK. Answers are written whatever {@code Accept} says, as the SDK asks for problems alone where
 * it expects no content (contract §1.4).
 */
final class ArizeDialect implements Dialect {
    private static final Manners MANNERS =
            Manners.of(Manner.REFUSES_UNKNOWN_PARAMETERS, Manner.SAYS_WHEN_TO_RETRY, Manner.ALLOWS_OPTIONS);

    private final Authenticate authenticate;
    private final RegisterPermission registerPermission;
    private final List<RouteGroup> groups;

    @Inject
    ArizeDialect(
            Authenticate authenticate,
            RegisterPermission registerPermission,
            UserRoutes users,
            OrganizationRoutes organizations,
            SpaceRoutes spaces,
            RoleRoutes roles,
            BindingRoutes bindings,
            KeyRoutes keys,
            RestrictionRoutes restrictions) {
        this.authenticate = authenticate;
        this.registerPermission = registerPermission;
        this.groups = List.of(users, organizations, spaces, roles, bindings, keys, restrictions);
    }

    @Override
    public String prefix() {
        return "/arize";
    }

    @Override
    public Door door() {
        return Door.ARIZE;
    }

    @Override
    public Manners manners() {
        return MANNERS;
    }

    /** The permissions that mean nothing here are kept, given back and decided on all the same (contract §6.4). */
    @Override
    public void prepare() {
        Caller roster = Caller.operator("roster", Origin.of(Door.SYSTEM));
        registerPermission.ensure(roster, ArizeModule.NAME, ArizePermissions.toRegister());
    }

    /** Who guesses is refused as any other stranger: the SDK would sleep on a 429. */
    @Override
    public Caller authenticate(Context context, Origin origin) {
        return Translated.on(
                Kind.THROTTLED,
                () -> authenticate.handle(Bearer.require(context), origin),
                held -> RefusedException.unauthenticated("unknown or expired credential"));
    }

    @Override
    public void refuse(Context context, Problem problem) {
        MANNERS.setHeaders(context, problem);
        ArizeProblem.of(problem).answer(context);
    }

    @Override
    public void register(Routes routes) {
        groups.forEach(group -> group.register(routes));
    }
}
