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
        header = "Change roles, users, organizations, workspaces and members to match a YAML file.",
        description = {
            "First shows the changes, then asks. Makes all changes or none; repeated, it changes "
                    + "nothing. What the file does not mention stays. With --prune, an organization or workspace "
                    + "whose members the file lists loses all other members. If a line under expect would not "
                    + "hold, nothing is changed. docs/apply.md describes the file."
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

    @Option(names = "--dry-run", description = "Show the changes without making them, as roster plan does.")
    private boolean dry;

    @Option(names = "--yes", description = "Do not ask for confirmation.")
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
        Plan plan = applyDeclaration.get().plan(operator.caller(), content.lookedAt(), options.prune());
        content.requireFaultless(plan.faults());
        if (dry || plan.steps().isEmpty()) {
            steps.print(plan);
            output.say(StepsOutput.toDo(plan));
        } else {
            apply(content, plan);
        }
    }

    /** People see the steps before they agree to them; programs read what was done. */
    private void apply(DeclarationFile.Content content, Plan plan) {
        if (output.isForPeople()) {
            steps.print(plan);
            output.say(StepsOutput.toDo(plan));
        }
        confirmation.ask("apply " + content.source(), agreed);
        ApplyDeclaration.Command command =
                new ApplyDeclaration.Command(content.declaration(), options.prune(), agreed ? null : plan.steps());
        Plan done = applyDeclaration.get().handle(operator.caller(), command);
        if (!output.isForPeople()) {
            steps.print(done);
        }
        output.say(StepsOutput.done(done));
    }
}
