/** What can be done with the members of organizations and workspaces. */
@NullMarked
package dev.roster.application.membership;

import org.jspecify.annotations.NullMarked;
