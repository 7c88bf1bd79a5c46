/** Permissions and the roles that bundle them. */
@NullMarked
package dev.roster.domain.role;

import org.jspecify.annotations.NullMarked;
