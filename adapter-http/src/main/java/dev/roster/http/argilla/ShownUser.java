package dev.roster.http.argilla;

import dev.roster.domain.user.User;

/**
 * A user as a reader is shown them.
 *
 * @param apiKey the reader's own key, or a mask
 */
record ShownUser(User user, ArgillaRole role, String apiKey) {}
