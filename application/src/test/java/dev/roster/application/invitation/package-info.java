/** Tests of invitations and sign-up. */
@NullMarked
package dev.roster.application.invitation;

import org.jspecify.annotations.NullMarked;
