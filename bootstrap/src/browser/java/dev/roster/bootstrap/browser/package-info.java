/** The pages as people see them: the packaged jar in a real browser. */
@NullMarked
package dev.roster.bootstrap.browser;

import org.jspecify.annotations.NullMarked;
