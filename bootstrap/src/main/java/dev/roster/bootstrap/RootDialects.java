package dev.roster.bootstrap;

import dev.roster.http.web.Dialect;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The dialects that can be served at the root: all that are bound, by their names. */
final class RootDialects {
    private final Map<String, Provider<Dialect>> bound;

    /** @param bound none is made here, for that needs a store */
    @Inject
    RootDialects(Map<String, Provider<Dialect>> bound) {
        this.bound = bound;
    }

    /** @throws dev.roster.cli.terminal.InstallationException where another is set */
    Settings checked(Settings settings) {
        settings.rootDialect().filter(name -> !bound.containsKey(name)).ifPresent(unknown -> {
            throw settings.wrong(
                    SettingName.ROOT_DIALECT,
                    Stream.concat(Stream.of("none"), bound.keySet().stream().sorted())
                            .collect(Collectors.joining(" or ")));
        });
        return settings;
    }
}
