@NullMarked
package dev.roster.domain.mail;

import org.jspecify.annotations.NullMarked;
