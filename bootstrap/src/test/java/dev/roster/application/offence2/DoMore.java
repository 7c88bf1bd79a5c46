package dev.roster.application.offence2;

import dev.roster.application.offence.DoAnything;
import io.javalin.http.Context;

/** One half of a cycle, with a web framework in it. */
public record DoMore(DoAnything anything, Context context) {}
