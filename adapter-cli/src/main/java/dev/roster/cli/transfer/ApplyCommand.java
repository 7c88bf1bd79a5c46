package dev.roster.cli.transfer;

import dev.roster.application.declaration.ApplyDeclaration;
import dev.roster.application.declaration.Plan;
import dev.roster.cli.terminal.Confirmation;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "apply",
        header = "Bring roles, organizations, workspaces and members to what a YAML file says.",
        description = {
            "First shows what it would do, then asks. It is done as a whole or not at all, and again does nothing. What the "
                    + "file does not mention stays as it is; with --prune, only the members it names stay in the places "
                    + "whose members it names. docs/apply.md describes the file."
        },
        footer = {
            "",
            "Examples:",
            "  roster apply access.yaml",
            "  roster apply access.yaml --prune --dry-run",
            "  sops -d access.enc.yaml | roster apply - --yes"
        })
public final class ApplyCommand implements Runnable {
    private final Operator operator;
    private final DeclarationFile files;
    private final StepsOutput steps;
    private final Output output;
    private final Confirmation confirmation;
    private final Provider<ApplyDeclaration> applyDeclaration;

    @Mixin
    private DeclarationOptions options;

    @Option(names = "--dry-run", description = "Show what would be done, and do nothing, as roster plan.")
    private boolean dry;

    @Option(names = "--yes", description = "Do it without asking.")
    private boolean agreed;

    @Inject
    ApplyCommand(
            Operator operator,
            DeclarationFile files,
            StepsOutput steps,
            Output output,
            Confirmation confirmation,
            Provider<ApplyDeclaration> applyDeclaration) {
        this.operator = operator;
        this.files = files;
        this.steps = steps;
        this.output = output;
        this.confirmation = confirmation;
        this.applyDeclaration = applyDeclaration;
    }

    @Override
    public void run() {
        DeclarationFile.Content content = files.read(options.file());
        Plan plan = applyDeclaration.get().plan(operator.caller(), content.declaration(), options.prune());
        content.requireFaultless(plan.faults());
        if (dry || plan.steps().isEmpty()) {
            steps.print(plan.steps());
            output.say(StepsOutput.toDo(plan));
        } else {
            apply(content, plan);
        }
    }

    /** People see the steps before they agree to them; programs read what was done. */
    private void apply(DeclarationFile.Content content, Plan plan) {
        if (output.isForPeople()) {
            steps.print(plan.steps());
            output.say(StepsOutput.toDo(plan));
        }
        confirmation.ask("apply " + content.source(), agreed);
        ApplyDeclaration.Command command =
                new ApplyDeclaration.Command(content.declaration(), options.prune(), agreed ? null : plan.steps());
        Plan done = applyDeclaration.get().handle(operator.caller(), command);
        if (!output.isForPeople()) {
            steps.print(done.steps());
        }
        output.say(StepsOutput.done(done));
    }
}
