/** The same people through all doors at once. */
@NullMarked
package dev.roster.http.doors;

import org.jspecify.annotations.NullMarked;
