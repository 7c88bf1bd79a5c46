/** What the use cases need from outside: stores, secrets, ids. A port speaks domain types and lets no driver exception out. */
@NullMarked
package dev.roster.application.port;

import org.jspecify.annotations.NullMarked;
