/** What can be done with workspaces. */
@NullMarked
package dev.roster.application.workspace;

import org.jspecify.annotations.NullMarked;
