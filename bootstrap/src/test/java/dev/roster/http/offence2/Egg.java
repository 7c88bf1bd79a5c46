package dev.roster.http.offence2;

import dev.roster.http.offence.Hen;

/** One half of a cycle. */
public record Egg(Hen hen) {}
