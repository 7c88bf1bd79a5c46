/** Answers over HTTP: the native API, the dialects and the console. */
@NullMarked
package dev.roster.http;

import org.jspecify.annotations.NullMarked;
