/** What doors keep beside datasets, users and organizations, and who may have them do it. */
@NullMarked
package dev.roster.application.annex;

import org.jspecify.annotations.NullMarked;
