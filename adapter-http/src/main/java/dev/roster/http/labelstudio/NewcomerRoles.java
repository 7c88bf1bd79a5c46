package dev.roster.http.labelstudio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.annex.DoorSettings;
import dev.roster.application.annex.ListAnnexes;
import dev.roster.application.flat.ChooseNewcomerRole;
import dev.roster.application.flat.GiveNewcomerRole;
import dev.roster.application.invitation.Arrival;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.text.Uuids;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.http.dialect.JsonText;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people are in an organization who come into it by its link or by signing up ({@code default_role}, contract §4.5). It is
 * kept with those who chose it, so that it never gives what these may not give by then.
 */
final class NewcomerRoles implements Arrival {
    private static final String KIND = "label-studio:newcomers";
    private static final String KEY = "role";
    private static final String ROLE = "role";
    private static final String GIVERS = "by";

    /** @param role one of {@link LabelStudioRole#MEANT}, or {@link LabelStudioRole#NO} for none */
    private record Chosen(LabelStudioRole role, Set<UserId> givers) {
        static final Chosen NONE = new Chosen(LabelStudioRole.NO, Set.of());

        static Chosen of(List<Annex> kept) {
            return kept.stream()
                    .filter(annex -> annex.key().equals(KEY))
                    .findFirst()
                    .map(annex -> read(JsonText.read(annex.json())))
                    .orElse(NONE);
        }

        private static Chosen read(JsonNode kept) {
            Set<UserId> givers = new LinkedHashSet<>();
            for (JsonNode giver : kept.path(GIVERS)) {
                if (Uuids.isUuid(giver.asText())) {
                    givers.add(UserId.parse(giver.asText()));
                }
            }
            LabelStudioRole role = LabelStudioRole.WORDS
                    .read(kept.path(ROLE).asText())
                    .filter(LabelStudioRole::isGiven)
                    .orElse(LabelStudioRole.NO);
            return new Chosen(role, givers);
        }
    }

    private final ListAnnexes listAnnexes;
    private final DoorSettings doorSettings;
    private final ChooseNewcomerRole chooseNewcomerRole;
    private final GiveNewcomerRole giveNewcomerRole;

    @Inject
    NewcomerRoles(
            ListAnnexes listAnnexes,
            DoorSettings doorSettings,
            ChooseNewcomerRole chooseNewcomerRole,
            GiveNewcomerRole giveNewcomerRole) {
        this.listAnnexes = listAnnexes;
        this.doorSettings = doorSettings;
        this.chooseNewcomerRole = chooseNewcomerRole;
        this.giveNewcomerRole = giveNewcomerRole;
    }

    /** For those who may read the organization. */
    LabelStudioRole shownTo(Caller caller, OrganizationId organization) {
        return Chosen.of(listAnnexes.handle(caller, AnnexOwner.of(organization), KIND))
                .role();
    }

    /** @param role one that is {@link LabelStudioRole#isGiven given}, or {@link LabelStudioRole#NO} */
    void choose(Caller caller, OrganizationId organization, LabelStudioRole role) {
        chooseNewcomerRole.handle(
                caller,
                new ChooseNewcomerRole.Command(
                        organization,
                        Standings.WORKSPACE,
                        role.word(),
                        new ChooseNewcomerRole.Kept(KIND, Map.of(KEY, json(caller, role)))));
    }

    /** The caller, and who made the key that they came with: neither is to give more by this than they may. */
    private static String json(Caller caller, LabelStudioRole role) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode().put(ROLE, role.name());
        User self = caller.user();
        UserId keyMaker = caller.credential().keyMaker();
        var givers = kept.putArray(GIVERS);
        if (self != null) {
            givers.add(self.id().toString());
        }
        if (keyMaker != null) {
            givers.add(keyMaker.toString());
        }
        return JsonText.write(kept);
    }

    @Override
    public void arrived(OrganizationId organization, User user, @Nullable String said, Origin origin) {
        Chosen chosen = Chosen.of(doorSettings.of(organization, KIND));
        if (chosen.role().isGiven()) {
            giveNewcomerRole.handle(
                    organization,
                    user,
                    new GiveNewcomerRole.Chosen(
                            Standings.WORKSPACE, chosen.role().meaning().word(), chosen.givers()),
                    origin);
        }
    }
}
