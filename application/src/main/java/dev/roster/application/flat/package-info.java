/**
 * Organizations as doors see them that know no workspaces: one workspace of a title holds all their datasets, and what
 * somebody is in the organization they are in it.
 */
@NullMarked
package dev.roster.application.flat;

import org.jspecify.annotations.NullMarked;
