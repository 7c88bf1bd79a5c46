package dev.roster.cli.user;

import dev.roster.application.port.People.Person;
import dev.roster.application.user.FindPerson;
import dev.roster.application.user.ListPeople;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.cli.terminal.UserOrderOption;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "people",
        header = "Show people and the status of their accounts.",
        description = "Leaves out service accounts and deleted users. The status shows whether an invitation is "
                + "pending (invited) or has ended (expired).",
        footer = {
            "",
            "Examples:",
            "  roster people list --email @example.org",
            "  roster people list --status invited --status expired"
        })
public final class PeopleCommand {
    private static final Layout<Person> PERSON = Layout.<Person>of("people")
            .detail("id", person -> person.user().id())
            .column("username", person -> person.user().username())
            .column("email", person -> person.user().email())
            .column("first_name", person -> person.user().profile().firstName())
            .column("last_name", person -> person.user().profile().lastName())
            .detail("display_name", person -> person.user().profile().displayName())
            .column("role", person -> person.user().role())
            .column("status", person -> person.status().word())
            .detail("developer", person -> person.user().developer())
            .detail("last_activity_at", person -> person.user().lastActivityAt())
            .detail("created_at", person -> person.user().createdAt());

    /** What {@code --columns} takes. */
    public static final List<String> COLUMNS = PERSON.names();

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<ListPeople> listPeople;
    private final Provider<FindPerson> findPerson;

    @Inject
    PeopleCommand(
            Operator operator,
            Names names,
            Output output,
            Provider<ListPeople> listPeople,
            Provider<FindPerson> findPerson) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.listPeople = listPeople;
        this.findPerson = findPerson;
    }

    @Command(header = "List people.", description = "Each condition narrows the list.")
    void list(@Mixin PeopleConditions conditions, @Mixin UserOrderOption sort, @Mixin PageOptions pages) {
        ListPeople.Query query = conditions.query(names).withOrder(sort.order());
        output.list(PERSON, pages, page -> listPeople.get().handle(operator.caller(), query, page));
    }

    @Command(header = "Count people.", description = "Takes the same conditions as roster people list.")
    void count(@Mixin PeopleConditions conditions) {
        long count = listPeople.get().count(operator.caller(), conditions.query(names));
        if (output.isForPeople()) {
            output.line(Long.toString(count));
        } else {
            output.show(UsersCommand.COUNT, count);
        }
    }

    @Command(header = "Show one person.")
    void show(@Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user) {
        output.show(
                PERSON,
                findPerson.get().handle(operator.caller(), names.user(user).id()));
    }
}
