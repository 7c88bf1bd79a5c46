/**
 * What dialects share besides {@code web}: inputs read as loosely as the originals read them, lists, ids, times, roles
 * and tokens in another's words. It knows no dialect.
 */
@NullMarked
package dev.roster.http.dialect;

import org.jspecify.annotations.NullMarked;
