package dev.roster.cli.place;

import dev.roster.cli.terminal.Names;
import dev.roster.domain.organization.OrganizationId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** An organization to join, and the role to have there. */
public final class OrganizationOptions {
    @Option(
            names = "--organization",
            paramLabel = "ORGANIZATION",
            required = true,
            description = "An organization to join, by name or id.")
    private String organization;

    @Option(
            names = "--organization-role",
            paramLabel = "ROLE",
            description = "A role of its own there; without, the account role counts for the organization itself.")
    private @Nullable String role;

    public OrganizationId id(Names names) {
        return names.organization(organization).id();
    }

    @Nullable
    public String role() {
        return role;
    }
}
