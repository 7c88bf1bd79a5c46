/** Bringing a store to the state that somebody wrote down. */
@NullMarked
package dev.roster.application.declaration;

import org.jspecify.annotations.NullMarked;
