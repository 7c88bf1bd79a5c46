/** The Argilla dialect on a real port. A tag {@code edge-12} is line 12 of the edge list of the contract. */
@NullMarked
package dev.roster.http.argilla;

import org.jspecify.annotations.NullMarked;
