/** Writing and reading the audit trail. */
@NullMarked
package dev.roster.application.audit;

import org.jspecify.annotations.NullMarked;
