/** Brings a store in line with a declaration. */
@NullMarked
package dev.roster.application.declaration;

import org.jspecify.annotations.NullMarked;
