/** What can be done with users. */
@NullMarked
package dev.roster.application.user;

import org.jspecify.annotations.NullMarked;
