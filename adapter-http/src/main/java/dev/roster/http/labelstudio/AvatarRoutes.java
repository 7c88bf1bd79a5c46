package dev.roster.http.labelstudio;

import dev.roster.application.user.RemoveAvatar;
import dev.roster.application.user.SetAvatar;
import dev.roster.application.user.ShowAvatar;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.AvatarLimits;
import dev.roster.domain.user.UserId;
import dev.roster.http.dialect.PermissionFirst;
import dev.roster.http.dialect.Translated;
import dev.roster.http.dialect.Upload;
import dev.roster.http.web.Call;
import dev.roster.http.web.Problem;
import dev.roster.http.web.ProblemException;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.Map;

/** The pictures of users (contract §7.4). They are set on the user in the path, by that user or who may change them. */
final class AvatarRoutes implements RouteGroup {
    private static final String PATH = "/api/users/{id}/avatar";

    private final ShowAvatar showAvatar;
    private final SetAvatar setAvatar;
    private final RemoveAvatar removeAvatar;
    private final AvatarLimits limits;
    private final PermissionFirst permissionFirst;
    private final Numbers numbers;

    @Inject
    AvatarRoutes(
            ShowAvatar showAvatar,
            SetAvatar setAvatar,
            RemoveAvatar removeAvatar,
            AvatarLimits limits,
            PermissionFirst permissionFirst,
            Numbers numbers) {
        this.showAvatar = showAvatar;
        this.setAvatar = setAvatar;
        this.removeAvatar = removeAvatar;
        this.limits = limits;
        this.permissionFirst = permissionFirst;
        this.numbers = numbers;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, this::show);
        routes.post(PATH, this::set);
        routes.delete(PATH, this::remove);
    }

    private UserId user(Call call) {
        long number = Numbers.inPath(call, "id");
        if (!Numbers.isOwn(call, number)) {
            permissionFirst.requireEverywhere(call.caller(), RosterPermission.USER_UPDATE);
        }
        return numbers.member(call, number).user().id();
    }

    /** The address that users are shown with; for those who may see the user, as everywhere. */
    private void show(Call call) {
        UserId user = numbers.member(call, Numbers.inPath(call, "id")).user().id();
        Avatar avatar = Translated.on(
                        Kind.FORBIDDEN, () -> showAvatar.handle(call.caller(), user), hidden -> Refusal.none("Avatar"))
                .avatar()
                .orElseThrow(() -> Refusal.none("Avatar"));
        call.context()
                .header("Cache-Control", "private, no-cache")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .contentType("image/png")
                .result(avatar.png());
    }

    private void set(Call call) {
        UserId user = user(call);
        byte[] picture = picture(call);
        Translated.on(
                Kind.INVALID,
                () -> setAvatar.handle(call.caller(), user, picture),
                wrong -> Refusal.of(400, wrong.reason()));
        Json.answer(call, Map.of("detail", "avatar saved"));
    }

    private byte[] picture(Call call) {
        byte[] picture = upload(call);
        if (picture.length > limits.bytes()) {
            throw tooLarge();
        }
        return picture;
    }

    private byte[] upload(Call call) {
        try {
            return Upload.read(call.context(), limits.bytes())
                    .orElseThrow(() -> Refusal.of(400, "No picture was sent; send one as a file of a multipart form"));
        } catch (ProblemException refusal) {
            throw refusal.problem().kind() == Problem.Kind.CONTENT_TOO_LARGE ? tooLarge() : refusal;
        }
    }

    private Refusal tooLarge() {
        return Refusal.of(400, "The picture is larger than " + limits.bytes() + " bytes");
    }

    private void remove(Call call) {
        removeAvatar.handle(call.caller(), user(call));
        call.noContent();
    }
}
