/** Mails by SMTP, or written to files. */
@NullMarked
package dev.roster.mail;

import org.jspecify.annotations.NullMarked;
