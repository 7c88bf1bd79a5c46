@NullMarked
package dev.roster.application.mail;

import org.jspecify.annotations.NullMarked;
