/** What can be done with organizations. */
@NullMarked
package dev.roster.application.organization;

import org.jspecify.annotations.NullMarked;
