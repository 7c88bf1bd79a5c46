/** What nearly every use case works with. */
@NullMarked
package dev.roster.application.work;

import org.jspecify.annotations.NullMarked;
