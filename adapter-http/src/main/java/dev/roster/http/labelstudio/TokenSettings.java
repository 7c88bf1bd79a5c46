package dev.roster.http.labelstudio;

import dev.roster.application.access.Caller;
import dev.roster.application.annex.DoorSettings;
import dev.roster.application.annex.ListAnnexes;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.credential.Credential.Kind;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.http.dialect.LegacyTokens;
import jakarta.inject.Inject;
import java.util.List;

/** What organizations say of tokens at this door, and what the installation says where they do not. */
final class TokenSettings {
    private final DoorSettings doorSettings;
    private final ListAnnexes listAnnexes;
    private final LegacyTokens legacyTokens;

    @Inject
    TokenSettings(DoorSettings doorSettings, ListAnnexes listAnnexes, LegacyTokens legacyTokens) {
        this.doorSettings = doorSettings;
        this.listAnnexes = listAnnexes;
        this.legacyTokens = legacyTokens;
    }

    /** For the door itself, and not to be shown. */
    JwtSettings of(OrganizationId organization) {
        return settings(doorSettings.of(organization, JwtSettings.KIND));
    }

    /**
     * An organization may take no user tokens, or nothing that a personal access token is exchanged for (contract §1.2).
     *
     * @throws Refusal 401
     */
    void requireAccepted(Caller caller, Organization organization) {
        Kind kind = caller.credential().kind();
        if (kind == Kind.USER_TOKEN && !of(organization.id()).legacy()) {
            throw Refusal.unauthenticated(
                    "Authentication token no longer valid: legacy token authentication has been disabled for this organization");
        }
        if (kind == Kind.API_KEY && !of(organization.id()).personal()) {
            throw Refusal.unauthenticated(Credentials.NOT_PROVIDED);
        }
    }

    /** For those who may read the organization. */
    JwtSettings shownTo(Caller caller, OrganizationId organization) {
        return settings(listAnnexes.handle(caller, AnnexOwner.of(organization), JwtSettings.KIND));
    }

    private JwtSettings settings(List<Annex> kept) {
        return JwtSettings.of(kept, legacyTokens.accepted());
    }
}
