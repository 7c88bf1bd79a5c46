package dev.roster.http.argilla;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.domain.audit.Door;
import dev.roster.http.dialect.RequestBody;
import dev.roster.http.web.Dialect;
import dev.roster.http.web.Problem;
import dev.roster.http.web.ProblemJson;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    public String name() {
        return "argilla";
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
    public boolean isStrict() {
        return false;
    }

    @Override
    public Caller authenticate(Context context, Origin origin) {
        RequestBody.read(context);
        return credentials.require(context, origin);
    }

    @Override
    public void register(Routes routes) {
        groups.forEach(group -> group.register(routes));
    }

    @Override
    public void refuse(Context context, Problem problem) {
        switch (problem.kind()) {
            case UNAUTHENTICATED -> {}
            case METHOD_NOT_ALLOWED -> context.header("Allow", withoutOptions(problem.allow()));
            default -> ProblemJson.headers(context, problem);
        }
        shaped(problem).answer(context);
    }

    /** The original names the methods that do something. */
    private static String withoutOptions(@Nullable String allow) {
        return allow == null
                ? ""
                : Arrays.stream(allow.split(", "))
                        .filter(method -> !method.equals("OPTIONS"))
                        .collect(Collectors.joining(", "));
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
