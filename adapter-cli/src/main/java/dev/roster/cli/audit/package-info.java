/** Commands on the audit trail. */
@NullMarked
package dev.roster.cli.audit;

import org.jspecify.annotations.NullMarked;
