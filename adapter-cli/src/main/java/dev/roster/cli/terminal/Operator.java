package dev.roster.cli.terminal;

import dev.roster.application.access.Caller;

/** The person at the machine that owns the store. Every command acts as this caller. */
public interface Operator {
    Caller caller();
}
