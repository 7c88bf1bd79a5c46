package dev.roster.cli.transfer;

import dev.roster.application.declaration.ApplyDeclaration;
import dev.roster.application.declaration.Plan;
import dev.roster.cli.terminal.ExitCodes;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        header = "Show what roster apply would change.",
        description = {
            "Compares a YAML file of roles, users, organizations, workspaces and members with the store, "
                    + "and changes nothing. + means added, ~ changed, - removed. docs/apply.md describes the file."
        },
        footer = {"", "Examples:", "  roster plan access.yaml", "  roster plan access.yaml --prune --exit-code"})
public final class PlanCommand implements Callable<Integer> {
    private final Operator operator;
    private final DeclarationFile files;
    private final StepsOutput steps;
    private final Output output;
    private final Provider<ApplyDeclaration> applyDeclaration;

    @Mixin
    private DeclarationOptions options;

    @Option(names = "--exit-code", description = "End with exit code 1 if there is something to change.")
    private boolean telling;

    @Inject
    PlanCommand(
            Operator operator,
            DeclarationFile files,
            StepsOutput steps,
            Output output,
            Provider<ApplyDeclaration> applyDeclaration) {
        this.operator = operator;
        this.files = files;
        this.steps = steps;
        this.output = output;
        this.applyDeclaration = applyDeclaration;
    }

    @Override
    public Integer call() {
        DeclarationFile.Content content = files.read(options.file());
        Plan plan = applyDeclaration.get().plan(operator.caller(), content.lookedAt(), options.prune());
        content.requireFaultless(plan.faults());
        steps.print(plan);
        output.say(StepsOutput.toDo(plan));
        return telling && !plan.steps().isEmpty() ? ExitCodes.NO : ExitCodes.DONE;
    }
}
