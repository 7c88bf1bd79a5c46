/** What a caller proves itself with. No type here prints its secret. */
@NullMarked
package dev.roster.domain.credential;

import org.jspecify.annotations.NullMarked;
