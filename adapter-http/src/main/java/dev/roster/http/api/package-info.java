/** The native API under {@code /v1}: one class for each resource. */
@NullMarked
package dev.roster.http.api;

import org.jspecify.annotations.NullMarked;
