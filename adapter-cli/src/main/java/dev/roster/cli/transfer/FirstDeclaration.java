package dev.roster.cli.transfer;

import dev.roster.application.declaration.ApplyDeclaration;
import dev.roster.application.declaration.Plan;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;

/** A declaration that a server applies before it serves, as {@code roster apply --yes} does. */
public final class FirstDeclaration {
    private final Operator operator;
    private final DeclarationFile files;
    private final Output output;
    private final Provider<ApplyDeclaration> applyDeclaration;

    @Inject
    FirstDeclaration(
            Operator operator, DeclarationFile files, Output output, Provider<ApplyDeclaration> applyDeclaration) {
        this.operator = operator;
        this.files = files;
        this.output = output;
        this.applyDeclaration = applyDeclaration;
    }

    /**
     * Reads the file now, before there is a store, and returns what applies it.
     *
     * @throws MistakenFileException for a file that is no declaration
     */
    public Runnable read(String file) {
        DeclarationFile.Content content = files.read(file);
        content.requireFaultless(List.of());
        return () -> apply(content);
    }

    private void apply(DeclarationFile.Content content) {
        ApplyDeclaration useCase = applyDeclaration.get();
        content.requireFaultless(
                useCase.plan(operator.caller(), content.declaration(), false).faults());
        Plan done = useCase.handle(operator.caller(), new ApplyDeclaration.Command(content.declaration(), false, null));
        output.say("applied " + content.source() + ": " + StepsOutput.done(done));
    }
}
