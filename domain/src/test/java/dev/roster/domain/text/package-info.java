@NullMarked
package dev.roster.domain.text;

import org.jspecify.annotations.NullMarked;
