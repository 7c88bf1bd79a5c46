package dev.roster.cli.offence;

import dev.roster.cli.offence2.Egg;

/** The other half of a cycle. */
public record Hen(Egg egg) {}
