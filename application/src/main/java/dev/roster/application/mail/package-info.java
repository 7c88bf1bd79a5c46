/** Mails: written in the transaction that is their reason, carried afterwards. */
@NullMarked
package dev.roster.application.mail;

import org.jspecify.annotations.NullMarked;
