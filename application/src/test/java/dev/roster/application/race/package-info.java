/** What another does between what a use case finds out and what it does about it. */
@NullMarked
package dev.roster.application.race;

import org.jspecify.annotations.NullMarked;
