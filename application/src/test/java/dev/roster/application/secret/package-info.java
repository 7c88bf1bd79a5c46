@NullMarked
package dev.roster.application.secret;

import org.jspecify.annotations.NullMarked;
