package dev.roster.http.labelstudio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.access.Caller;
import dev.roster.application.annex.ListAnnexes;
import dev.roster.application.annex.PutAnnexes;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.user.UserId;
import dev.roster.http.dialect.JsonText;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What only this door knows of accounts, under one kind, so that one question brings it for a whole page. */
final class KeptAccounts {
    static final String KIND = "label-studio:account";
    static final String HOTKEYS = "hotkeys";
    static final String NEWSLETTERS = "newsletters";
    static final String ORGANIZATION = "organization";

    /** @param newsletters null for who never said, and where the caller may not see it */
    record Kept(Hotkeys hotkeys, @Nullable Boolean newsletters) {
        static final Kept NONE = new Kept(Hotkeys.NONE, null);

        private static Kept of(List<Annex> all) {
            Optional<JsonNode> newsletters =
                    value(all, NEWSLETTERS).map(JsonText::read).filter(JsonNode::isBoolean);
            return new Kept(
                    value(all, HOTKEYS).map(Hotkeys::ofKept).orElse(Hotkeys.NONE),
                    newsletters.map(JsonNode::booleanValue).orElse(null));
        }
    }

    private final ListAnnexes listAnnexes;
    private final PutAnnexes putAnnexes;

    @Inject
    KeptAccounts(ListAnnexes listAnnexes, PutAnnexes putAnnexes) {
        this.listAnnexes = listAnnexes;
        this.putAnnexes = putAnnexes;
    }

    private static Optional<String> value(List<Annex> all, String key) {
        return all.stream().filter(annex -> annex.key().equals(key)).findFirst().map(Annex::json);
    }

    /**
     * Of many people, with one question; of whom nothing is kept that the caller may see, is not among them.
     *
     * @param users at most as many as a page has
     */
    Map<UserId, Kept> of(Caller caller, Set<UserId> users) {
        Set<AnnexOwner> owners = users.stream().map(AnnexOwner::of).collect(Collectors.toSet());
        return listAnnexes.ofMany(caller, owners, KIND).entrySet().stream()
                .collect(Collectors.toMap(kept -> new UserId(kept.getKey().id()), kept -> Kept.of(kept.getValue())));
    }

    /** What the caller's own account has under a key, as it was kept. */
    Optional<String> own(Caller caller, String key) {
        return value(listAnnexes.own(caller, KIND), key);
    }

    /** @param contents by key; what is kept under others stays */
    void put(Caller caller, UserId user, Map<String, String> contents) {
        if (!contents.isEmpty()) {
            putAnnexes.handle(caller, new PutAnnexes.Command(AnnexOwner.of(user), KIND, contents));
        }
    }
}
