/** Workspaces: what groups datasets. */
@NullMarked
package dev.roster.domain.workspace;

import org.jspecify.annotations.NullMarked;
