/** What every implementation of a port must do. Each engine's test implements these. */
@NullMarked
package dev.roster.application.contract;

import org.jspecify.annotations.NullMarked;
