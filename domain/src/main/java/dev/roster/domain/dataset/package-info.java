/** Datasets as far as access needs them: registration, assignment, contributions. */
@NullMarked
package dev.roster.domain.dataset;

import org.jspecify.annotations.NullMarked;
