/** Commands on guests. */
@NullMarked
package dev.roster.cli.guest;

import org.jspecify.annotations.NullMarked;
