/** Pictures that people upload, read with suspicion and drawn anew. */
@NullMarked
package dev.roster.persistence.picture;

import org.jspecify.annotations.NullMarked;
