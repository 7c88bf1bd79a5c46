/** Guests: accounts that end with a workspace or at a time. */
@NullMarked
package dev.roster.application.guest;

import org.jspecify.annotations.NullMarked;
