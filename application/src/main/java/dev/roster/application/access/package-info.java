/** Who calls, what they may, and who may what. */
@NullMarked
package dev.roster.application.access;

import org.jspecify.annotations.NullMarked;
