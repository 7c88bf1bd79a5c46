package dev.roster.cli.place;

import dev.roster.application.Change;
import dev.roster.application.organization.CreateOrganization;
import dev.roster.application.organization.DeleteOrganization;
import dev.roster.application.organization.ListOrganizations;
import dev.roster.application.organization.UpdateOrganization;
import dev.roster.application.port.Organizations;
import dev.roster.cli.terminal.Confirmation;
import dev.roster.cli.terminal.Counted;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
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
        header = "Create, list and change organizations, which group workspaces and their members.",
        description = "ORGANIZATION is a name or id. One organization, `default`, exists from the first start.",
        subcommands = OrganizationMembersCommand.class,
        footer = {
            "",
            "Examples:",
            "  roster organizations create \"Example Ltd\"",
            "  roster organizations members add \"Example Ltd\" ada --role manager",
            "  roster organizations update default --name \"Example Ltd\""
        })
public final class OrganizationsCommand {
    /** What is gone. */
    private record Deleted(Organization organization, Organizations.Contents contents) {}

    private static final Layout<Deleted> DELETED = Layouts.ORGANIZATION
            .on(Deleted::organization)
            .column("members", deleted -> deleted.contents().members())
            .column("guests", deleted -> deleted.contents().guests())
            .column("workspaces", deleted -> deleted.contents().workspaces())
            .column("datasets", deleted -> deleted.contents().datasets());

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Confirmation confirmation;
    private final Provider<ListOrganizations> listOrganizations;
    private final Provider<CreateOrganization> createOrganization;
    private final Provider<UpdateOrganization> updateOrganization;
    private final Provider<DeleteOrganization> deleteOrganization;

    @Inject
    OrganizationsCommand(
            Operator operator,
            Names names,
            Output output,
            Confirmation confirmation,
            Provider<ListOrganizations> listOrganizations,
            Provider<CreateOrganization> createOrganization,
            Provider<UpdateOrganization> updateOrganization,
            Provider<DeleteOrganization> deleteOrganization) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.confirmation = confirmation;
        this.listOrganizations = listOrganizations;
        this.createOrganization = createOrganization;
        this.updateOrganization = updateOrganization;
        this.deleteOrganization = deleteOrganization;
    }

    /** A new description, or none. */
    static final class Description {
        @Option(names = "--description", paramLabel = "TEXT", description = "At most 1,000 characters.")
        private @Nullable String text;

        @Option(names = "--clear-description", description = "Remove the description.")
        private boolean cleared;

        Change<String> change() {
            return cleared ? Change.toNothing() : Change.toNullable(text);
        }
    }

    @Command(header = "List organizations, oldest first.")
    void list(
            @Option(names = "--search", paramLabel = "TEXT", description = "Only organizations with TEXT in the name.")
                    @Nullable
                    String text,
            @Mixin PageOptions pages) {
        output.list(Layouts.ORGANIZATION, pages, page -> listOrganizations.get().handle(operator.caller(), text, page));
    }

    @Command(header = "Show one organization.")
    void show(@Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization) {
        output.show(Layouts.ORGANIZATION, names.organization(organization));
    }

    @Command(
            header = "Create an organization.",
            description = "A new organization has no members; see roster organizations members add.")
    void create(
            @Parameters(paramLabel = "NAME", description = "1 to 255 characters, unique regardless of case.")
                    OrganizationName name,
            @Option(names = "--id", paramLabel = "UUID", description = "The id of the organization; default: a new id.")
                    @Nullable
                    OrganizationId id,
            @Option(
                            names = "--description",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            description = "At most 1,000 characters; default: none.")
                    String description) {
        CreateOrganization.Command command =
                CreateOrganization.Command.named(name).withId(id).withDescription(description);
        Organization created = createOrganization.get().handle(operator.caller(), command);
        output.say("created organization `" + created.name() + "`");
        output.show(Layouts.ORGANIZATION, created);
    }

    @Command(header = "Change the name or the description of an organization.")
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

    @Command(
            header = "Delete an organization with all that is in it.",
            description =
                    "Also deletes its workspaces, the registrations of their datasets, and all memberships, "
                            + "grants and assignments there. Users stay, except the guests of those workspaces. This cannot be undone.")
    void delete(
            @Parameters(paramLabel = "ORGANIZATION", description = "Name or id.") String organization,
            @ArgGroup Deletion.@Nullable How how) {
        Organization found = names.organization(organization);
        Organizations.Contents contents = deleteOrganization.get().preview(operator.caller(), found.id());
        String what = "organization `" + found.name() + "` with " + inWords(contents);
        if (Deletion.isDry(how)) {
            output.report("would delete " + what + "; nothing was changed", DELETED, new Deleted(found, contents));
            return;
        }
        confirmation.ask("delete " + what, Deletion.isAgreed(how));
        Organizations.Contents gone = deleteOrganization.get().handle(operator.caller(), found.id());
        output.report(
                "deleted organization `" + found.name() + "` with " + inWords(gone), DELETED, new Deleted(found, gone));
    }

    private static String inWords(Organizations.Contents contents) {
        return Counted.of(contents.members(), "membership") + ", " + Counted.of(contents.workspaces(), "workspace")
                + " and " + Counted.of(contents.datasets(), "dataset")
                + WorkspacesCommand.withGuests(contents.guests());
    }
}
