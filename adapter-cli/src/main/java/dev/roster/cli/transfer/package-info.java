/** Commands that read and write files of people: import, export, declarations. */
@NullMarked
package dev.roster.cli.transfer;

import org.jspecify.annotations.NullMarked;
