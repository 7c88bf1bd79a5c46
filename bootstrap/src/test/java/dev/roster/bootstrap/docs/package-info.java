/** What the pages in {@code docs} promise, compared with the tree. */
@NullMarked
package dev.roster.bootstrap.docs;

import org.jspecify.annotations.NullMarked;
