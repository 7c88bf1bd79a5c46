/** The decision in process, beside other libraries that are asked the same questions. */
@NullMarked
package dev.roster.bench.decision;

import org.jspecify.annotations.NullMarked;
