/** How people get in: invitations, links into organizations, sign-up. */
@NullMarked
package dev.roster.application.invitation;

import org.jspecify.annotations.NullMarked;
