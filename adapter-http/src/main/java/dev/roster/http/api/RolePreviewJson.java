package dev.roster.http.api;

import dev.roster.application.access.RolePreview;
import dev.roster.application.port.ShownSecrets;
import dev.roster.http.web.Shape;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What another role would mean for a user. */
record RolePreviewJson(
        PersonJson user,
        @Nullable String before,
        @Nullable String after,
        List<EffectJson> effects,
        List<String> endedSecrets) {
    static final Shape<RolePreviewJson> SHAPE = Shape.of(RolePreviewJson.class);

    static RolePreviewJson of(RolePreview preview) {
        return new RolePreviewJson(
                PersonJson.of(preview.user()),
                MemberJson.roleName(preview.before()),
                MemberJson.roleName(preview.after()),
                preview.effects().stream().map(EffectJson::of).toList(),
                words(preview.ends()));
    }

    /** In the order of the kinds. */
    static List<String> words(Set<ShownSecrets.Kind> ends) {
        return ends.stream().sorted().map(ShownSecrets.Kind::word).toList();
    }
}
