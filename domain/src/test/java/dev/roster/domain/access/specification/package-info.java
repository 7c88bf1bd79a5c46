/**
 * docs/permissions.md as a program: plain, slow and written without a look at the policy, to compare everything with that
 * Roster says about who may do what.
 */
@NullMarked
package dev.roster.domain.access.specification;

import org.jspecify.annotations.NullMarked;
