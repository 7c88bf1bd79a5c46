@NullMarked
package dev.roster.persistence.secret;

import org.jspecify.annotations.NullMarked;
