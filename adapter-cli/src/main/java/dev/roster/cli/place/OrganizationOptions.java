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
            description = "An organization to join, by name or id. Default: the default organization for people, none "
                    + "for service accounts.")
    private String organization;

    @Option(
            names = "--organization-role",
            paramLabel = "ROLE",
            description = "The role of that membership; default: none, the account role applies to the organization "
                    + "itself.")
    private @Nullable String role;

    public OrganizationId id(Names names) {
        return names.organization(organization).id();
    }

    @Nullable
    public String role() {
        return role;
    }
}
