/** One class for each thing that can be done, and what those classes need from outside. */
@NullMarked
package dev.roster.application;

import org.jspecify.annotations.NullMarked;
