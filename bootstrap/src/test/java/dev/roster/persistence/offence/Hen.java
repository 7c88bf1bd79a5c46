package dev.roster.persistence.offence;

import dev.roster.persistence.offence2.Egg;

/** The other half of a cycle. */
public record Hen(Egg egg) {}
