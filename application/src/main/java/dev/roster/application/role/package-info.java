/** What can be done with roles. */
@NullMarked
package dev.roster.application.role;

import org.jspecify.annotations.NullMarked;
