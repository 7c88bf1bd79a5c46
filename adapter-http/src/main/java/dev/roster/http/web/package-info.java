/** What all groups of routes share: requests read strictly, refusals, cursors, and the way from a route to its answer. */
@NullMarked
package dev.roster.http.web;

import org.jspecify.annotations.NullMarked;
