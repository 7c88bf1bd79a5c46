/** Benchmarks: what docs/benchmarks.md reports. Never part of the build's verdict. */
@NullMarked
package dev.roster.bench;

import org.jspecify.annotations.NullMarked;
