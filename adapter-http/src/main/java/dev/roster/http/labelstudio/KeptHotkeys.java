package dev.roster.http.labelstudio;

import dev.roster.application.access.Caller;
import dev.roster.application.annex.ListAnnexes;
import dev.roster.application.annex.PutAnnexes;
import dev.roster.application.annex.RemoveAnnex;
import dev.roster.application.dataset.FindDataset;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hotkeys of people, kept beside their accounts: those for everything, and those that take their place in one project. */
final class KeptHotkeys {
    private static final String OF_PROJECTS = "label-studio:project-hotkeys";

    private final ListAnnexes listAnnexes;
    private final PutAnnexes putAnnexes;
    private final RemoveAnnex removeAnnex;
    private final FindDataset findDataset;

    @Inject
    KeptHotkeys(ListAnnexes listAnnexes, PutAnnexes putAnnexes, RemoveAnnex removeAnnex, FindDataset findDataset) {
        this.listAnnexes = listAnnexes;
        this.putAnnexes = putAnnexes;
        this.removeAnnex = removeAnnex;
        this.findDataset = findDataset;
    }

    /** @param project null for those of the account */
    Hotkeys find(Caller caller, UserId user, @Nullable DatasetId project) {
        return of(caller, user, kind(project)).stream()
                .filter(annex -> annex.key().equals(key(project)))
                .findFirst()
                .map(annex -> Hotkeys.ofKept(annex.json()))
                .orElse(Hotkeys.NONE);
    }

    private List<Annex> of(Caller caller, UserId user, String kind) {
        return listAnnexes.handle(caller, AnnexOwner.of(user), kind);
    }

    private static String kind(@Nullable DatasetId project) {
        return project == null ? KeptAccounts.KIND : OF_PROJECTS;
    }

    private static String key(@Nullable DatasetId project) {
        return project == null ? KeptAccounts.HOTKEYS : project.toString();
    }

    /** Replaces what was there; none at all takes it away. */
    void put(Caller caller, UserId user, @Nullable DatasetId project, Hotkeys hotkeys) {
        AnnexOwner owner = AnnexOwner.of(user);
        if (hotkeys.isEmpty()) {
            removeAnnex.handle(caller, owner, kind(project), key(project));
            return;
        }
        if (project != null) {
            makeRoom(caller, user);
        }
        putAnnexes.handle(caller, new PutAnnexes.Command(owner, kind(project), Map.of(key(project), hotkeys.json())));
    }

    /** Nobody can take away what they kept for projects that are gone, so that it must not count for ever. */
    private void makeRoom(Caller caller, UserId user) {
        List<Annex> kept = of(caller, user, OF_PROJECTS);
        if (kept.size() >= Annex.MOST_OF_A_KIND) {
            kept.stream()
                    .map(Annex::key)
                    .filter(key -> isGone(caller, DatasetId.parse(key)))
                    .forEach(key -> removeAnnex.handle(caller, AnnexOwner.of(user), OF_PROJECTS, key));
        }
    }

    private boolean isGone(Caller caller, DatasetId project) {
        try {
            findDataset.handle(caller, project);
            return false;
        } catch (RefusedException refusal) {
            return refusal.kind() == Kind.NOT_FOUND;
        }
    }
}
