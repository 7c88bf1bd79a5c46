/** What is told to people by mail, and what waits to be sent. No type here prints a link. */
@NullMarked
package dev.roster.domain.mail;

import org.jspecify.annotations.NullMarked;
