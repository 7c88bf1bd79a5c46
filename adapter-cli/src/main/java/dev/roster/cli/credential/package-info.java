/** Commands on keys, tokens, sessions and service accounts. */
@NullMarked
package dev.roster.cli.credential;

import org.jspecify.annotations.NullMarked;
