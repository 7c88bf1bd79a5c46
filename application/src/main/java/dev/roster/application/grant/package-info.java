/** What can be done with extra roles on single workspaces and datasets. */
@NullMarked
package dev.roster.application.grant;

import org.jspecify.annotations.NullMarked;
