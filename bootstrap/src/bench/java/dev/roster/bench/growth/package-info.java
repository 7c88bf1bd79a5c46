/** The same questions to small stores and to large ones. */
@NullMarked
package dev.roster.bench.growth;

import org.jspecify.annotations.NullMarked;
