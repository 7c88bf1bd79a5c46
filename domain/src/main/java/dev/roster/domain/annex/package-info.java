/** What doors keep beside datasets, users and organizations. */
@NullMarked
package dev.roster.domain.annex;

import org.jspecify.annotations.NullMarked;
