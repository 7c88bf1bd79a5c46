/** Tests of the Arize dialect over a real port. */
@NullMarked
package dev.roster.http.arize;

import org.jspecify.annotations.NullMarked;
