/** Commands on users. */
@NullMarked
package dev.roster.cli.user;

import org.jspecify.annotations.NullMarked;
