@NullMarked
package dev.roster.http.console;

import org.jspecify.annotations.NullMarked;
