package dev.roster.cli.place;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The role of a membership that a command creates. */
final class MemberRoleOption {
    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "A role of the membership's own; without, the account role counts.")
    private @Nullable String role;

    @Nullable
    String orNull() {
        return role;
    }
}
