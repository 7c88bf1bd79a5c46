/** Pictures that people upload, read with suspicion and drawn again. */
@NullMarked
package dev.roster.persistence.picture;

import org.jspecify.annotations.NullMarked;
