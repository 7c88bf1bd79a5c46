/** Commands on organizations, workspaces, datasets, their members and grants. */
@NullMarked
package dev.roster.cli.place;

import org.jspecify.annotations.NullMarked;
