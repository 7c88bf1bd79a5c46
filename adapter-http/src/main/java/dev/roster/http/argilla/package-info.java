/**
 * The dialect of Argilla: what its Python SDKs 2.x and 1.x ask about users, workspaces and members, in their own words
 * (docs/argilla.md). It translates and decides nothing.
 */
@NullMarked
package dev.roster.http.argilla;

import org.jspecify.annotations.NullMarked;
