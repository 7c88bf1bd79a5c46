/** Everything but secrets, out of one store and into another. */
@NullMarked
package dev.roster.application.transfer;

import org.jspecify.annotations.NullMarked;
