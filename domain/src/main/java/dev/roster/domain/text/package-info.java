/** How names are checked and compared. */
@NullMarked
package dev.roster.domain.text;

import org.jspecify.annotations.NullMarked;
