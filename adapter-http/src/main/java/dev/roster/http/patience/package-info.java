/** Clients that send or take slowly: how long they are waited for, and what comes of it. */
@NullMarked
package dev.roster.http.patience;

import org.jspecify.annotations.NullMarked;
