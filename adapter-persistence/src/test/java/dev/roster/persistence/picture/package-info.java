@NullMarked
package dev.roster.persistence.picture;

import org.jspecify.annotations.NullMarked;
