/** What is left behind when a store fails in the middle of a use case: nothing. */
@NullMarked
package dev.roster.application.fault;

import org.jspecify.annotations.NullMarked;
