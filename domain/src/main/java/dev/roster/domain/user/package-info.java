/** People and service accounts. */
@NullMarked
package dev.roster.domain.user;

import org.jspecify.annotations.NullMarked;
