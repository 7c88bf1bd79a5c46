/** The record of who changed what. */
@NullMarked
package dev.roster.domain.audit;

import org.jspecify.annotations.NullMarked;
