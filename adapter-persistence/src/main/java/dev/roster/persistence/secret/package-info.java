/** Secrets at rest: how they are made, hashed and sealed. */
@NullMarked
package dev.roster.persistence.secret;

import org.jspecify.annotations.NullMarked;
