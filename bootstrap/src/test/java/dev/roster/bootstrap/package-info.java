/** Settings, wiring, and the packaged jar as people run it. */
@NullMarked
package dev.roster.bootstrap;

import org.jspecify.annotations.NullMarked;
