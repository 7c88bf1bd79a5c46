package dev.roster.http.console;

import dev.roster.application.Now;
import dev.roster.domain.credential.ApiKey;
import dev.roster.http.console.view.PersonDetailsView.KeyRow;
import jakarta.inject.Inject;

/** API keys by what may be shown of them. */
final class KeyRows {
    private final Times times;
    private final Now now;

    @Inject
    KeyRows(Times times, Now now) {
        this.times = times;
        this.now = now;
    }

    KeyRow of(ApiKey key) {
        return new KeyRow(
                key.hint(), key.name(), PersonDetails.status(key.statusAt(now.get())), times.ifAny(key.lastUsedAt()));
    }
}
