/** Breaks rules on purpose, to prove that they are seen. */
@NullMarked
package dev.roster.http.offence2;

import org.jspecify.annotations.NullMarked;
