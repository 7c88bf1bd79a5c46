/** Breaks rules on purpose, to prove that they are seen. */
@NullMarked
package dev.roster.application.offence;

import org.jspecify.annotations.NullMarked;
