package dev.roster.application.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The corpus. */
public final class Scenarios {
    /** Named one by one, because a class path cannot be listed. */
    static final List<String> FILES = List.of(
            "assignments",
            "audit",
            "credentials",
            "datasets",
            "decisions",
            "giving-roles",
            "grants",
            "invitations",
            "keys",
            "last-owner",
            "members",
            "organizations",
            "people",
            "registered-permissions",
            "role-table",
            "roles",
            "self",
            "status",
            "taking-over",
            "users",
            "workspaces");

    private Scenarios() {}

    /** Every scenario, in the order of the files. */
    public static Stream<Scenario> all() {
        return FILES.stream().flatMap(file -> read(file).stream());
    }

    private static List<Scenario> read(String file) {
        try (InputStream stream = open("/scenarios/" + file + ".txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return ScenarioReader.read(file, lines.lines());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static InputStream open(String path) {
        @Nullable InputStream stream = Scenarios.class.getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalStateException("no scenarios at " + path);
        }
        return stream;
    }
}
