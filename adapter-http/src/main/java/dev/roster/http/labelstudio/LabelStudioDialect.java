package dev.roster.http.labelstudio;

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

/**
 * The wire of {@code label-studio-sdk}. Unknown query parameters are passed over, slashes in a row are one, and nothing says
 * when to retry, as the SDK would sleep for that long (contract §1.6).
 */
final class LabelStudioDialect implements Dialect {
    static final String PREFIX = "/label-studio";
    static final Manners MANNERS =
            Manners.of(Manner.MERGES_SLASHES, Manner.ALLOWS_OPTIONS).challenging("Token");

    private final Credentials credentials;
    private final List<RouteGroup> groups;

    @Inject
    LabelStudioDialect(
            Credentials credentials,
            OpenRoutes open,
            LogInPages logIn,
            SignUpPages signUp,
            MeRoutes me,
            UserRoutes users,
            AvatarRoutes avatars,
            OrganizationRoutes organizations,
            MemberListRoutes memberLists,
            MemberRoutes members,
            InviteRoutes invites,
            ProjectRoutes projects,
            PermissionRoutes permissions,
            TokenRoutes tokens,
            HotkeyRoutes hotkeys,
            JwtSettingRoutes jwtSettings) {
        this.credentials = credentials;
        this.groups = List.of(
                open,
                logIn,
                signUp,
                me,
                users,
                avatars,
                organizations,
                memberLists,
                members,
                invites,
                projects,
                permissions,
                tokens,
                hotkeys,
                jwtSettings);
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Door door() {
        return Door.LABEL_STUDIO;
    }

    @Override
    public Manners manners() {
        return MANNERS;
    }

    @Override
    public Caller authenticate(Context context, Origin origin) {
        return credentials.require(context, origin);
    }

    @Override
    public void refuse(Context context, Problem problem) {
        Refusal.of(problem).answer(context);
    }

    @Override
    public void register(Routes routes) {
        groups.forEach(group -> group.register(routes));
    }
}
