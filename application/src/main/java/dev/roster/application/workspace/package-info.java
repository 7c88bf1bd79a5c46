/** What can be done with workspaces and their members. */
@NullMarked
package dev.roster.application.workspace;

import org.jspecify.annotations.NullMarked;
