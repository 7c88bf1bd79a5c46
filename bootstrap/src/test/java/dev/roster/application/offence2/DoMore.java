package dev.roster.application.offence2;

import dev.roster.application.offence.DoAnything;
import io.javalin.http.Context;
import jakarta.mail.Session;

/** One half of a cycle, with a web framework and a mail library in it. */
public record DoMore(DoAnything anything, Context context, Session session) {}
