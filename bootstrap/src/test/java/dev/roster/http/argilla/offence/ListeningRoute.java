package dev.roster.http.argilla.offence;

import dev.roster.http.HttpSettings;
import dev.roster.http.api.offence.Tune;

/** A route that knows another dialect, and the house around it. */
public record ListeningRoute(Tune tune, HttpSettings settings) {}
