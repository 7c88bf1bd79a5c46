package dev.roster.http.dialect.offence;

import dev.roster.http.api.offence.Tune;

/** Something that all dialects share and that knows one of them. */
public record Favourite(Tune tune) {}
