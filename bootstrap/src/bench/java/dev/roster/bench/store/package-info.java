/** The use cases on SQLite, beside bare JDBC. */
@NullMarked
package dev.roster.bench.store;

import org.jspecify.annotations.NullMarked;
