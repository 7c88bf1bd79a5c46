/** Commands on invitations and sign-up links. */
@NullMarked
package dev.roster.cli.invitation;

import org.jspecify.annotations.NullMarked;
