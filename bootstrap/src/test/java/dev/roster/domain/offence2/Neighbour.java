package dev.roster.domain.offence2;

import dev.roster.domain.offence.CuriousValue;

/** One half of a cycle. */
public record Neighbour(CuriousValue value) {}
