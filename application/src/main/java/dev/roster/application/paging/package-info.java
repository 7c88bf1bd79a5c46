/** Lists in pages: what a page is, how the next one is asked for, and how to walk all of them. */
@NullMarked
package dev.roster.application.paging;

import org.jspecify.annotations.NullMarked;
