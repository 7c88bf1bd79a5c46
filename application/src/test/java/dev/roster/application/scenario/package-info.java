/**
 * Scenarios as data: who is there, what they try, what comes of it. The files under {@code scenarios/} know no door, so
 * that the same ones run through use cases, HTTP and the command line.
 */
@NullMarked
package dev.roster.application.scenario;

import org.jspecify.annotations.NullMarked;
