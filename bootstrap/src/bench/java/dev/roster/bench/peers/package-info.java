/** Roster beside servers of others that keep people too, as these come from the Python index and from Maven's. */
@NullMarked
package dev.roster.bench.peers;

import org.jspecify.annotations.NullMarked;
