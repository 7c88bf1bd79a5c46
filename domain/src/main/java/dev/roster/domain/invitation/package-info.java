/** Ways into an installation: invitations of one person, and reusable links into an organization. */
@NullMarked
package dev.roster.domain.invitation;

import org.jspecify.annotations.NullMarked;
