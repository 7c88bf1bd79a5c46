@NullMarked
package dev.roster.domain.access;

import org.jspecify.annotations.NullMarked;
