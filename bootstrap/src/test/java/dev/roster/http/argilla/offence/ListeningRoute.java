package dev.roster.http.argilla.offence;

import dev.roster.http.HttpSettings;
import dev.roster.http.api.offence.Tune;
import dev.roster.http.patience.Patience;

/** A route that knows another dialect, the house around it, and another room of it. */
public record ListeningRoute(Tune tune, HttpSettings settings, Patience patience) {}
