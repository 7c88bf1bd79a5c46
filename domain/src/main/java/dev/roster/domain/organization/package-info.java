/** Organizations: what groups workspaces and members. */
@NullMarked
package dev.roster.domain.organization;

import org.jspecify.annotations.NullMarked;
