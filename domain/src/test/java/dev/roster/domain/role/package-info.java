@NullMarked
package dev.roster.domain.role;

import org.jspecify.annotations.NullMarked;
