@NullMarked
package dev.roster.mail;

import org.jspecify.annotations.NullMarked;
