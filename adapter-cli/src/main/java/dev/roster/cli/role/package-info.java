/** Commands on roles, permissions and decisions. */
@NullMarked
package dev.roster.cli.role;

import org.jspecify.annotations.NullMarked;
