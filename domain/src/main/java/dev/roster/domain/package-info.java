/** The pure core of Roster: values, entities, roles and the permission policy. JDK only: no I/O, no clock, no randomness. */
@NullMarked
package dev.roster.domain;

import org.jspecify.annotations.NullMarked;
