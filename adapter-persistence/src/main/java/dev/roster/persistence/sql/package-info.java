/** The ports in SQL, and the two engines that run it. */
@NullMarked
package dev.roster.persistence.sql;

import org.jspecify.annotations.NullMarked;
