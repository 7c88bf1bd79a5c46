/** The packaged jar under load over HTTP, beside a bare handler that returns the same bytes. */
@NullMarked
package dev.roster.bench.http;

import org.jspecify.annotations.NullMarked;
