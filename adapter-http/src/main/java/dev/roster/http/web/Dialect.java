package dev.roster.http.web;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.domain.audit.Door;
import io.javalin.http.Context;

/**
 * A group of routes with the same conventions: their prefix, how callers authenticate, and the format of refusals. It
 * decides nothing else; the use cases do. It is bound by its name in the settings, {@code argilla}.
 */
public interface Dialect {
    /** What all its paths start with, {@code /argilla}, or nothing. It may be served at the root too. */
    String prefix();

    /** The way in that the audit trail shows. */
    Door door();

    /** @throws dev.roster.domain.RefusedException UNAUTHENTICATED where the request does not prove who calls */
    Caller authenticate(Context context, Origin origin);

    /** Writes the "no": status and body. Its headers are set, as {@link #manners} say. */
    void refuse(Context context, Problem problem);

    /** Readies what the dialect needs in the store, each time before it is served; nothing where it is there already. */
    default void prepare() {}

    /** Names the routes. Paths are relative to the prefix. */
    void register(Routes routes);

    /** How it behaves; default: as the native API does. */
    default Manners manners() {
        return Manners.STRICT;
    }
}
