package dev.roster.cli;

import dev.roster.application.Change;
import dev.roster.application.organization.ListOrganizations;
import dev.roster.application.organization.UpdateOrganization;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationName;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "organizations",
        header = "What groups workspaces and their members.",
        description = "One exists from the first start. An organization is named by name or id.",
        footer = {"", "Examples:", "  roster organizations update default --name \"Example Ltd\""})
final class OrganizationsCommand {
    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<ListOrganizations> listOrganizations;
    private final Provider<UpdateOrganization> updateOrganization;

    @Inject
    OrganizationsCommand(
            Operator operator,
            Names names,
            Output output,
            Provider<ListOrganizations> listOrganizations,
            Provider<UpdateOrganization> updateOrganization) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.listOrganizations = listOrganizations;
        this.updateOrganization = updateOrganization;
    }

    /** A new description, or none. */
    static final class Description {
        @Option(names = "--description", paramLabel = "TEXT", description = "At most 1,000 characters.")
        private @Nullable String text;

        @Option(names = "--clear-description", description = "Have no description any more.")
        private boolean cleared;

        Change<String> change() {
            return cleared ? Change.toNothing() : Change.toNullable(text);
        }
    }

    @Command(header = "List organizations, oldest first.")
    void list(
            @Option(names = "--search", paramLabel = "TEXT", description = "TEXT is part of the name.") @Nullable
                    String text,
            @Mixin PageOptions pages) {
        output.list(Layouts.ORGANIZATION, pages, page -> listOrganizations.get().handle(operator.caller(), text, page));
    }

    @Command(header = "Show one organization.")
    void show(@Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization) {
        output.show(Layouts.ORGANIZATION, names.organization(organization));
    }

    @Command(header = "Change what an organization is called and how it is described.")
    void update(
            @Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization,
            @Option(names = "--name", paramLabel = "NAME", description = "1 to 255 characters, unique.") @Nullable
                    OrganizationName name,
            @ArgGroup @Nullable Description description) {
        UpdateOrganization.Command command = new UpdateOrganization.Command(
                names.organization(organization).id(),
                name == null ? Change.none() : Change.to(name),
                description == null ? Change.none() : description.change());
        Organization after = updateOrganization.get().handle(operator.caller(), command);
        output.say("updated organization `" + after.name() + "`");
        output.show(Layouts.ORGANIZATION, after);
    }
}
