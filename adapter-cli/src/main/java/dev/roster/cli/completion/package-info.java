/** What shells complete a command line with. */
@NullMarked
package dev.roster.cli.completion;

import org.jspecify.annotations.NullMarked;
