package dev.roster.cli.place;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The role of a membership that a command creates. */
final class MemberRoleOption {
    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "The role of the membership, by name or id; default: none, the account role applies.")
    private @Nullable String role;

    @Nullable
    String orNull() {
        return role;
    }
}
