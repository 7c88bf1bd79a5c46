/** Who belongs where: memberships of organizations and of workspaces. */
@NullMarked
package dev.roster.domain.membership;

import org.jspecify.annotations.NullMarked;
