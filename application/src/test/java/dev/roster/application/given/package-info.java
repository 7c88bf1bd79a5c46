/** What a test starts from, said with only what matters to it. Works over the ports of any store. */
@NullMarked
package dev.roster.application.given;

import org.jspecify.annotations.NullMarked;
