/** The pages for people in front of a browser. They call use cases, and offer what those would allow. */
@NullMarked
package dev.roster.http.console;

import org.jspecify.annotations.NullMarked;
