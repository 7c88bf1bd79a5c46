/** The command {@code roster}. */
@NullMarked
package dev.roster.cli;

import org.jspecify.annotations.NullMarked;
