package dev.roster.cli.transfer;

import dev.roster.application.transfer.Entry;
import dev.roster.application.transfer.ImportEverything;
import dev.roster.application.transfer.ImportReport;
import dev.roster.application.transfer.ImportReport.Note;
import dev.roster.cli.terminal.ExitCodes;
import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.ProgressBar;
import dev.roster.cli.terminal.Suggestions;
import dev.roster.cli.terminal.Terminal;
import dev.roster.domain.UnknownName;
import dev.roster.domain.UserText;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        header = "Import an export, a CSV of users or a users.yaml of Argilla, or people from another " + "platform.",
        customSynopsis = {
            "roster import FILE [--format jsonl|csv|yaml] [--dry-run] [OPTIONS]",
            "       roster import argilla|arize|label-studio [OPTIONS]"
        },
        description = {
            "Imports all of the file or nothing: if it contains mistakes, the command lists all of them "
                    + "and imports nothing. What exists here is not changed, but skipped and listed. If there is "
                    + "no store yet, one is created only in a place that you name with --data-dir or --database.",
            "",
            "A CSV needs a column username or email, and can have first_name, last_name, display_name, "
                    + "phone, pronouns, role, workspaces, developer, status and kind, also under the titles of "
                    + "Google Workspace, Entra ID, Okta and Moodle. Commas, semicolons or tabs separate the cells. "
                    + "In workspaces, separate names with a semicolon, and put a role after a colon: "
                    + "`legal;sales:manager`. A column password_hash contains hashes of Argon2, bcrypt or Django; "
                    + "passwords are not read from a CSV.",
            "",
            "Imported users have no user token, and a password only if the file contains hashes. `roster "
                    + "token renew USERNAME` creates a token, `roster users update USERNAME` sets a password."
        },
        subcommands = {ImportArgillaCommand.class, ImportArizeCommand.class, ImportLabelStudioCommand.class},
        footer = {
            "",
            "Examples:",
            "  roster import roster.jsonl --dry-run",
            "  roster import people.csv",
            "  roster import users.yaml",
            "  roster import users.csv --map 'Team=workspaces' --ignore-columns --dry-run",
            "  roster users list --output csv --all | roster import - --data-dir other",
            "  roster import argilla --url https://argilla.example.org --api-key-prompt --dry-run",
            "  roster import arize --url https://api.arize.com --api-key-prompt --dry-run",
            "  roster import label-studio --url http://localhost:8080 --api-key-prompt --dry-run"
        })
public final class ImportCommand implements Callable<Integer> {
    /**
     * A line that was not imported.
     *
     * @param column the title of the column that it is about, null where it is about none
     */
    private record Told(String outcome, Note note, @Nullable String column) {
        /** @param hint what may have been meant, where its reason is a name that nothing has */
        static Told of(String outcome, Note note, @Nullable String column, String hint) {
            Note hinted = new Note(note.line(), note.kind(), note.field(), note.reason() + hint, note.unknown());
            return new Told(outcome, hinted, column);
        }

        private String inWords() {
            String field = note.field();
            String where = column != null ? ", column " + UserText.quote(column) : inField(field);
            return "line " + note.line() + where + ": " + note.reason();
        }

        private static String inField(@Nullable String field) {
            return field == null || field.equals("line") ? "" : ", field " + UserText.quote(field);
        }
    }

    private static final Layout<Told> LINES = Layout.<Told>of("lines")
            .column("outcome", Told::outcome)
            .column("line", told -> told.note().line())
            .column(
                    "kind",
                    told -> told.note().kind() == null
                            ? null
                            : told.note().kind().word())
            .column("field", told -> told.note().field())
            .detail("column", Told::column)
            .column("reason", told -> told.note().reason());
    private static final int SHOWN = 20;

    private final Operator operator;
    private final Output output;
    private final Terminal terminal;
    private final ProgressBar progress;
    private final Provider<Installation> installation;
    private final Provider<ImportEverything> importEverything;
    private final Provider<Suggestions> suggestions;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A file of roster export, a CSV of users, or a users.yaml; - for standard input. For a file "
                    + "called argilla, write ./argilla.")
    private @Nullable Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "jsonl, csv or yaml; default: the ending of the file's name.")
    private @Nullable ImportFormat format;

    @Option(names = "--dry-run", description = "Check the file and show what would be imported, without importing.")
    private boolean dryRun;

    @Option(
            names = "--report",
            paramLabel = "REPORT",
            description = "Write all mistakes and skipped lines to this CSV; default: none, the first 20 are printed.")
    private @Nullable Path report;

    @Mixin
    private TableOptions table;

    @Inject
    ImportCommand(
            Operator operator,
            Output output,
            Terminal terminal,
            ProgressBar progress,
            Provider<Installation> installation,
            Provider<ImportEverything> importEverything,
            Provider<Suggestions> suggestions) {
        this.operator = operator;
        this.output = output;
        this.terminal = terminal;
        this.progress = progress;
        this.installation = installation;
        this.importEverything = importEverything;
        this.suggestions = suggestions;
    }

    @Override
    public Integer call() {
        Path given = file;
        if (given == null) {
            throw new ParameterException(spec.commandLine(), "missing required parameter: 'FILE'");
        }
        ImportReportFile allOfIt = ImportReportFile.of(report);
        ImportFile opened = new ImportFile(ImportSource.of(given, terminal), format, table, progress);
        if (!dryRun) {
            installation.get().allowNewStore();
        }
        ImportReport outcome = importEverything.get().handle(operator.caller(), opened, dryRun);
        PeopleHeading heading = opened.heading();
        List<Told> wrong = told("wrong", outcome.wrong(), heading);
        List<Told> skipped = told("skipped", outcome.skipped(), heading);
        allOfIt.write(
                output, LINES, Stream.concat(wrong.stream(), skipped.stream()).toList());
        if (outcome.isWrong()) {
            return refuse(outcome, wrong);
        }
        if (heading != null) {
            heading.leftOutInWords().ifPresent(output::say);
        }
        return tell(outcome, skipped);
    }

    private List<Told> told(String outcome, List<Note> notes, @Nullable PeopleHeading heading) {
        Map<UnknownName, String> hints = new HashMap<>();
        return notes.stream()
                .sorted(Comparator.comparingLong(Note::line))
                .map(note -> Told.of(
                        outcome,
                        note,
                        heading == null ? null : heading.titleOf(note.field()),
                        hint(note.unknown(), hints)))
                .toList();
    }

    /** Looks for as many names as people are shown lines: each is a question to the store. */
    private String hint(@Nullable UnknownName unknown, Map<UnknownName, String> hints) {
        return unknown == null || hints.size() >= SHOWN
                ? hints.getOrDefault(unknown, "")
                : hints.computeIfAbsent(unknown, name -> suggestions.get().hint(name));
    }

    /** People see the first mistakes, programs all that were remembered. */
    private int refuse(ImportReport outcome, List<Told> wrong) {
        if (output.isForPeople()) {
            wrong.stream().limit(SHOWN).forEach(mistake -> output.complain(mistake.inWords()));
        } else {
            output.list(LINES, wrong);
        }
        sayMore(outcome.faults() - (output.isForPeople() ? Math.min(SHOWN, wrong.size()) : wrong.size()));
        output.complain("nothing was imported: " + counted(outcome.faults(), "mistake", "mistakes"));
        return ExitCodes.REFUSED;
    }

    private int tell(ImportReport outcome, List<Told> skipped) {
        List<Told> shown = output.isForPeople() ? skipped.stream().limit(SHOWN).toList() : skipped;
        if (!shown.isEmpty() || !output.isForPeople()) {
            output.list(LINES, shown);
        }
        sayMore(outcome.skips() - shown.size());
        output.say((dryRun ? "would import: " : "imported: ") + added(outcome));
        output.say("skipped: " + outcome.skips());
        if (!dryRun && outcome.added(Entry.Kind.USER) > 0) {
            output.say("imported users have no user token; `roster token renew USERNAME` creates one");
        }
        return ExitCodes.DONE;
    }

    private void sayMore(long count) {
        if (count > 0) {
            output.say(
                    "and " + count + " more" + (report == null ? ", --report FILE lists them all" : ", see " + report));
        }
    }

    private static String added(ImportReport report) {
        String words = Arrays.stream(Entry.Kind.values())
                .filter(kind -> report.added(kind) > 0)
                .map(kind -> counted(report.added(kind), inWords(kind), inWords(kind) + "s"))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "nothing" : words;
    }

    private static String inWords(Entry.Kind kind) {
        return kind.word().replace('_', ' ');
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
