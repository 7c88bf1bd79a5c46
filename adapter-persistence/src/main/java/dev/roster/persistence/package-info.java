/** Keeps everything in SQLite or PostgreSQL. */
@NullMarked
package dev.roster.persistence;

import org.jspecify.annotations.NullMarked;
