package dev.roster.http.offence;

import dev.roster.application.access.AccessGuard;
import dev.roster.cli.offence.Lamp;

/** A route that asks the guard itself and knows another adapter. */
public record KnowingRoute(AccessGuard guard, Lamp lamp) {}
