package dev.roster.http.labelstudio;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.roster.application.access.Caller;
import dev.roster.application.annex.ListAnnexes;
import dev.roster.application.annex.PutAnnexes;
import dev.roster.application.annex.RemoveAnnex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.EmailAddress;
import dev.roster.http.dialect.JsonText;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The addresses at which organizations can be reached, which only this door knows. */
final class Contacts {
    private static final String KIND = "label-studio:contact";
    private static final String KEY = "email";

    private final ListAnnexes listAnnexes;
    private final PutAnnexes putAnnexes;
    private final RemoveAnnex removeAnnex;

    @Inject
    Contacts(ListAnnexes listAnnexes, PutAnnexes putAnnexes, RemoveAnnex removeAnnex) {
        this.listAnnexes = listAnnexes;
        this.putAnnexes = putAnnexes;
        this.removeAnnex = removeAnnex;
    }

    /** One question for any number of them. */
    Map<OrganizationId, String> of(Caller caller, List<Organization> organizations) {
        Map<OrganizationId, String> contacts = new HashMap<>();
        listAnnexes
                .ofMany(
                        caller,
                        organizations.stream()
                                .map(organization -> AnnexOwner.of(organization.id()))
                                .collect(Collectors.toSet()),
                        KIND)
                .forEach((owner, kept) -> contacts.put(
                        new OrganizationId(owner.id()),
                        JsonText.read(kept.get(0).json()).asText()));
        return contacts;
    }

    /** @param contact null for none */
    void put(Caller caller, OrganizationId organization, @Nullable EmailAddress contact) {
        AnnexOwner owner = AnnexOwner.of(organization);
        if (contact == null) {
            removeAnnex.handle(caller, owner, KIND, KEY);
        } else {
            putAnnexes.handle(
                    caller,
                    new PutAnnexes.Command(
                            owner, KIND, Map.of(KEY, JsonText.write(TextNode.valueOf(contact.value())))));
        }
    }
}
