/** The permission policy: actor, target, decision. */
@NullMarked
package dev.roster.domain.access;

import org.jspecify.annotations.NullMarked;
