/**
 * Organizations as doors see them that know no workspaces: one workspace with a given title holds all their
 * datasets, and a user has the same role in both.
 */
@NullMarked
package dev.roster.application.flat;

import org.jspecify.annotations.NullMarked;
