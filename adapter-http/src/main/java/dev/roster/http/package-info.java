/** The HTTP door: what starts and stops the server, and the road that every request takes through it. */
@NullMarked
package dev.roster.http;

import org.jspecify.annotations.NullMarked;
