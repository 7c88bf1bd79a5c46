/** What can be done with datasets, assignments and contributions. */
@NullMarked
package dev.roster.application.dataset;

import org.jspecify.annotations.NullMarked;
