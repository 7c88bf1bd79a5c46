package dev.roster.cli.offence2;

import dev.roster.cli.offence.Hen;

/** One half of a cycle. */
public record Egg(Hen hen) {}
