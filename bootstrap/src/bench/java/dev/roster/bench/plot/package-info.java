/** Plots of results as SVG, for docs/benchmarks.md. */
@NullMarked
package dev.roster.bench.plot;

import org.jspecify.annotations.NullMarked;
