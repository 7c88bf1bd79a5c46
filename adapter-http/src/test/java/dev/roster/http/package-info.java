/** The HTTP door on a real port, over real use cases and ports in memory. */
@NullMarked
package dev.roster.http;

import org.jspecify.annotations.NullMarked;
