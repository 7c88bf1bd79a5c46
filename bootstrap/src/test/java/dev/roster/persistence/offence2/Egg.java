package dev.roster.persistence.offence2;

import dev.roster.persistence.offence.Hen;

/** One half of a cycle. */
public record Egg(Hen hen) {}
