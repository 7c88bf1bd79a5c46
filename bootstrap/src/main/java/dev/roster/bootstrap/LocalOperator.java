package dev.roster.bootstrap;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.instance.StartInstance;
import dev.roster.cli.terminal.Operator;
import dev.roster.domain.audit.Door;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/** The person at this machine. A command of theirs may be the first thing that ever happens to a store. */
@Singleton
final class LocalOperator implements Operator {
    private final Environment environment;
    private final Provider<StartInstance> start;
    private boolean prepared;

    @Inject
    LocalOperator(Environment environment, Provider<StartInstance> start) {
        this.environment = environment;
        this.start = start;
    }

    @Override
    public synchronized Caller caller() {
        if (!prepared) {
            start.get().prepare(Caller.roster(Origin.of(Door.SYSTEM)));
            prepared = true;
        }
        return Caller.operator(environment.account(), Origin.of(Door.CLI));
    }
}
