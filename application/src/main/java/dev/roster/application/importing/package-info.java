/** Bringing people over from another platform. */
@NullMarked
package dev.roster.application.importing;

import org.jspecify.annotations.NullMarked;
