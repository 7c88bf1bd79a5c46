@NullMarked
package dev.roster.domain.audit;

import org.jspecify.annotations.NullMarked;
