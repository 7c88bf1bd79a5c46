package dev.roster.http.argilla;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.domain.audit.Door;
import dev.roster.http.web.Dialect;
import dev.roster.http.web.Manner;
import dev.roster.http.web.Manners;
import dev.roster.http.web.Problem;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Argilla's two APIs side by side: {@code /api/v1} of the 2.x SDKs and {@code /api} of the 1.x ones. */
final class ArgillaDialect implements Dialect {
    private final Credentials credentials;
    private final List<RouteGroup> groups;

    @Inject
    ArgillaDialect(
            Credentials credentials,
            OpenRoutes open,
            LoginRoutes login,
            MeRoutes me,
            UserRoutes users,
            WorkspaceRoutes workspaces,
            MemberRoutes members,
            DatasetRoutes datasets,
            DatasetSettingRoutes datasetSettings,
            AbsentRoutes absent,
            LegacyUserRoutes legacyUsers,
            LegacyWorkspaceRoutes legacyWorkspaces) {
        this.credentials = credentials;
        this.groups = List.of(
                me,
                users,
                workspaces,
                members,
                datasets,
                datasetSettings,
                absent,
                open,
                login,
                legacyUsers,
                legacyWorkspaces);
    }

    @Override
    public String prefix() {
        return "/argilla";
    }

    @Override
    public Door door() {
        return Door.ARGILLA;
    }

    @Override
    public Manners manners() {
        return Manners.of(Manner.NEGOTIATES, Manner.READS_THE_BODY_FIRST, Manner.SAYS_WHEN_TO_RETRY);
    }

    @Override
    public Caller authenticate(Context context, Origin origin) {
        return credentials.require(context, origin);
    }

    @Override
    public void register(Routes routes) {
        groups.forEach(group -> group.register(routes));
    }

    @Override
    public void refuse(Context context, Problem problem) {
        shaped(problem).answer(context);
    }

    private static Refusal shaped(Problem problem) {
        return switch (problem.kind()) {
            case INVALID -> Refusal.invalid(SchemaError.of(problem));
            case UNAUTHENTICATED -> Refusal.unauthorized();
            case FORBIDDEN -> Refusal.forbidden();
            case NOT_FOUND -> Refusal.text(404, problem.cause() == null ? "Not Found" : problem.detail());
            case METHOD_NOT_ALLOWED -> Refusal.text(405, "Method Not Allowed");
            case NOT_ACCEPTABLE,
                    TIMEOUT,
                    CONFLICT,
                    PRECONDITION_FAILED,
                    CONTENT_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    THROTTLED,
                    BUSY,
                    UNAVAILABLE -> Refusal.text(problem.kind().status(), problem.detail());
            case INTERNAL ->
                Refusal.coded(
                        500, "GenericServerError", Map.of("type", "InternalServerError", "message", problem.detail()));
        };
    }
}
