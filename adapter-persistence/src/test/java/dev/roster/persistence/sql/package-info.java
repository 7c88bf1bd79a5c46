@NullMarked
package dev.roster.persistence.sql;

import org.jspecify.annotations.NullMarked;
