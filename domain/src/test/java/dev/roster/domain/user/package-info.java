@NullMarked
package dev.roster.domain.user;

import org.jspecify.annotations.NullMarked;
