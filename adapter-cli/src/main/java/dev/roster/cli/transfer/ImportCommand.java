package dev.roster.cli.transfer;

import dev.roster.application.transfer.Entry;
import dev.roster.application.transfer.ImportEverything;
import dev.roster.application.transfer.ImportReport;
import dev.roster.application.transfer.ImportReport.Note;
import dev.roster.cli.terminal.ExitCodes;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.ProgressBar;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        header = "Read an export, or a CSV of users; or bring people over from another platform.",
        customSynopsis = {
            "roster import FILE [--format jsonl|csv] [--dry-run]",
            "       roster import argilla|arize|label-studio [OPTIONS]"
        },
        description = {
            "All of the file or nothing: with a wrong line nothing is imported, and you see which lines those are. Nothing "
                    + "that is here already is changed; it is skipped and told.",
            "",
            "A CSV has the columns username,email,first_name,last_name,display_name,role,workspaces, of which only the "
                    + "first is needed. In workspaces a semicolon stands between the names, and a colon before a role "
                    + "there: `legal;sales:manager`. Passwords are not read from a CSV.",
            "",
            "Nobody new has a user token, and a password only where the export came with hashes: `roster token renew "
                    + "USERNAME` and `roster users update USERNAME` give them."
        },
        subcommands = {ImportArgillaCommand.class, ImportArizeCommand.class, ImportLabelStudioCommand.class},
        footer = {
            "",
            "Examples:",
            "  roster import roster.jsonl --dry-run",
            "  roster import people.csv",
            "  roster import argilla --url https://argilla.example.org --api-key-prompt --dry-run",
            "  roster import arize --url https://api.arize.com --api-key-prompt --dry-run",
            "  roster import label-studio --url http://localhost:8080 --api-key-prompt --dry-run"
        })
public final class ImportCommand implements Callable<Integer> {
    /** A line that was not imported. */
    private record Told(String outcome, Note note) {}

    private static final Layout<Told> LINES = Layout.<Told>of("lines")
            .column("outcome", Told::outcome)
            .column("line", told -> told.note().line())
            .column(
                    "kind",
                    told -> told.note().kind() == null
                            ? null
                            : told.note().kind().word())
            .column("field", told -> told.note().field())
            .column("reason", told -> told.note().reason());
    private static final int SHOWN = 20;

    private final Operator operator;
    private final Output output;
    private final ProgressBar progress;
    private final Provider<ImportEverything> importEverything;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "What `roster export` wrote, or a CSV of users. A file called argilla is ./argilla.")
    private @Nullable Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "jsonl or csv, where the file's name does not end so.")
    private @Nullable ImportFormat format;

    @Option(names = "--dry-run", description = "Do everything and keep nothing.")
    private boolean dryRun;

    @Inject
    ImportCommand(Operator operator, Output output, ProgressBar progress, Provider<ImportEverything> importEverything) {
        this.operator = operator;
        this.output = output;
        this.progress = progress;
        this.importEverything = importEverything;
    }

    @Override
    public Integer call() {
        Path given = file;
        if (given == null) {
            throw new ParameterException(spec.commandLine(), "missing required parameter: 'FILE'");
        }
        ImportFile opened = new ImportFile(given, format == null ? ImportFormat.of(given) : format, progress);
        ImportReport report = importEverything.get().handle(operator.caller(), opened, dryRun);
        return report.isWrong() ? refuse(report) : tell(report);
    }

    private int refuse(ImportReport report) {
        show("wrong", report.wrong(), report.faults());
        output.say("nothing was imported: " + counted(report.faults(), "line is wrong", "lines are wrong"));
        return ExitCodes.REFUSED;
    }

    private int tell(ImportReport report) {
        show("skipped", report.skipped(), report.skips());
        output.say((dryRun ? "would import: " : "imported: ") + added(report));
        output.say("skipped: " + report.skips());
        if (!dryRun && report.added(Entry.Kind.USER) > 0) {
            output.say("nobody new has a user token; `roster token renew USERNAME` makes one");
        }
        return ExitCodes.DONE;
    }

    /** People see the first of them, programs all that were remembered. */
    private void show(String outcome, List<Note> notes, long count) {
        List<Told> told = notes.stream()
                .limit(output.isForPeople() ? SHOWN : notes.size())
                .map(note -> new Told(outcome, note))
                .toList();
        if (!told.isEmpty() || !output.isForPeople()) {
            output.list(LINES, told);
        }
        if (told.size() < count) {
            output.say("and " + (count - told.size()) + " more");
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
