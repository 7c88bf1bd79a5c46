@NullMarked
package dev.roster.domain;

import org.jspecify.annotations.NullMarked;
