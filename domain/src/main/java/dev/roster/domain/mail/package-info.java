/** Mails to people, and mails waiting to be sent. No type here prints a link. */
@NullMarked
package dev.roster.domain.mail;

import org.jspecify.annotations.NullMarked;
