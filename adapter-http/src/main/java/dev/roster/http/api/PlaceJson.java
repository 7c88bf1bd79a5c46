package dev.roster.http.api;

import dev.roster.domain.access.Target;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where something holds, with the name of the place. The instance has no id. */
record PlaceJson(String kind, @Nullable UUID id, String name) {
    static PlaceJson of(Target target) {
        TargetJson json = TargetJson.of(target);
        return new PlaceJson(json.kind(), json.id(), target.label());
    }
}
