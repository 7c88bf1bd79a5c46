/** Puts the parts together and starts them. */
@NullMarked
package dev.roster.bootstrap;

import org.jspecify.annotations.NullMarked;
