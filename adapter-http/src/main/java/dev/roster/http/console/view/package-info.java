/** What the templates of the console are given: plain data, ready to be shown. */
@NullMarked
package dev.roster.http.console.view;

import org.jspecify.annotations.NullMarked;
