package dev.roster.http.api.offence;

/** Something in another dialect. */
public record Tune(String name) {}
