package dev.roster.cli.terminal;

import dev.roster.application.access.Caller;

/** Whoever sits at the machine that owns the store. Every command is theirs. */
public interface Operator {
    Caller caller();
}
