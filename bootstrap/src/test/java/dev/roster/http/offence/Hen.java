package dev.roster.http.offence;

import dev.roster.http.offence2.Egg;

/** The other half of a cycle. */
public record Hen(Egg egg) {}
