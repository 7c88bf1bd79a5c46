@NullMarked
package dev.roster.application.workspace;

import org.jspecify.annotations.NullMarked;
