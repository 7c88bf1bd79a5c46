/** Logging in, sessions, passwords and the user token. */
@NullMarked
package dev.roster.application.credential;

import org.jspecify.annotations.NullMarked;
