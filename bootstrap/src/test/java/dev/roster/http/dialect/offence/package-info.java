/** Breaks rules on purpose, to prove that they are seen. */
@NullMarked
package dev.roster.http.dialect.offence;

import org.jspecify.annotations.NullMarked;
