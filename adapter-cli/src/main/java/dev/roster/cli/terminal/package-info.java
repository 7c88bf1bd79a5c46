/** What all commands share: words in, tables out, the terminal, the installation. It knows no topic. */
@NullMarked
package dev.roster.cli.terminal;

import org.jspecify.annotations.NullMarked;
