/** Workspaces and who belongs to them. */
@NullMarked
package dev.roster.domain.workspace;

import org.jspecify.annotations.NullMarked;
