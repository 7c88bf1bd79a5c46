package dev.roster.cli.terminal;

import dev.roster.application.access.RolePreview;
import dev.roster.application.port.ShownSecrets;
import dev.roster.domain.access.RoleChange;
import dev.roster.domain.role.Permission;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints what another role would mean for a user. */
public final class RoleEffects {
    private static final Layout<RoleChange.Effect> EFFECTS = Layout.<RoleChange.Effect>of(
                    "places where anything would change")
            .detail("place.kind", effect -> effect.place().kind().word())
            .detail("place.id", effect -> effect.place().id())
            .detail("place.name", effect -> effect.place().label())
            .detail("extent", effect -> effect.extent().word())
            .column("place.text", "place", effect -> effect.extent().describe(effect.place()))
            .column("gained", "gains", effect -> keys(effect.gained()))
            .column("lost", "loses", effect -> keys(effect.lost()));

    private final Output output;

    @Inject
    RoleEffects(Output output) {
        this.output = output;
    }

    public void show(RolePreview preview) {
        output.blocks(EFFECTS, preview.effects());
        sayEnding(preview.user(), preview.ends());
    }

    /** Says what of the user's ends with the change. */
    public void sayEnding(User user, Set<ShownSecrets.Kind> ends) {
        if (!ends.isEmpty()) {
            output.say("`" + user.username() + "` loses what another person knows: "
                    + ends.stream().sorted().map(ShownSecrets.Kind::word).collect(Collectors.joining(", ")));
        }
    }

    private static List<String> keys(List<Permission> permissions) {
        return permissions.stream().map(Permission::key).toList();
    }
}
