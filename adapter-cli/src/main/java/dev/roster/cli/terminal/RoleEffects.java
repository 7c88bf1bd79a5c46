package dev.roster.cli.terminal;

import dev.roster.application.access.RolePreview;
import dev.roster.domain.access.RoleChange;
import dev.roster.domain.role.Permission;
import jakarta.inject.Inject;
import java.util.List;

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
    }

    private static List<String> keys(List<Permission> permissions) {
        return permissions.stream().map(Permission::key).toList();
    }
}
