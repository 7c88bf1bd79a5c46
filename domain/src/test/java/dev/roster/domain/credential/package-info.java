@NullMarked
package dev.roster.domain.credential;

import org.jspecify.annotations.NullMarked;
