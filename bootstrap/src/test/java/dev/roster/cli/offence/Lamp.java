package dev.roster.cli.offence;

/** Something in another adapter. */
public record Lamp(String colour) {}
