/** Organizations whose people work in one workspace. */
@NullMarked
package dev.roster.application.flat;

import org.jspecify.annotations.NullMarked;
