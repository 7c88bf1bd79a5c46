/** The ports in memory, for tests of use cases and adapters. They pass the same contracts as the engines. */
@NullMarked
package dev.roster.application.fake;

import org.jspecify.annotations.NullMarked;
