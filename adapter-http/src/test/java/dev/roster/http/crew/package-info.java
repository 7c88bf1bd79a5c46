/** A dialect to try what dialects share with: it has nothing of its own but five routes, their shapes and its words. */
@NullMarked
package dev.roster.http.crew;

import org.jspecify.annotations.NullMarked;
