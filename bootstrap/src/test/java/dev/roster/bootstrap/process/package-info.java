/** The packaged jar as a process of its own. */
@NullMarked
package dev.roster.bootstrap.process;

import org.jspecify.annotations.NullMarked;
