/** Commands on this installation: its server, store, settings, secret and mail. */
@NullMarked
package dev.roster.cli.installation;

import org.jspecify.annotations.NullMarked;
