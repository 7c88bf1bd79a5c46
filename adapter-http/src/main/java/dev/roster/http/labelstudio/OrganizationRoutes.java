package dev.roster.http.labelstudio;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.flat.FindFlatOwner;
import dev.roster.application.invitation.ShowInviteLink;
import dev.roster.application.organization.ListOrganizations;
import dev.roster.application.organization.UpdateOrganization;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.People.Person;
import dev.roster.application.user.ListPeople;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.ListStream;
import dev.roster.http.dialect.TextRule;
import dev.roster.http.dialect.Times;
import dev.roster.http.dialect.Translated;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fault;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The organizations of the caller (contract §4.5). */
final class OrganizationRoutes implements RouteGroup {
    private static final ListStream<Map<String, Object>> ORGANIZATIONS = ListStream.bare(Json.OBJECT);
    private static final String DEFAULT_ROLE = "default_role";
    private static final TextRule TITLE = new TextRule(1, OrganizationName.MOST, true);

    private final ListOrganizations listOrganizations;
    private final UpdateOrganization updateOrganization;
    private final ListPeople listPeople;
    private final FindFlatOwner findFlatOwner;
    private final ShowInviteLink showInviteLink;
    private final Contacts contacts;
    private final NewcomerRoles newcomers;
    private final Numbers numbers;

    @Inject
    OrganizationRoutes(
            ListOrganizations listOrganizations,
            UpdateOrganization updateOrganization,
            ListPeople listPeople,
            FindFlatOwner findFlatOwner,
            ShowInviteLink showInviteLink,
            Contacts contacts,
            NewcomerRoles newcomers,
            Numbers numbers) {
        this.listOrganizations = listOrganizations;
        this.updateOrganization = updateOrganization;
        this.listPeople = listPeople;
        this.findFlatOwner = findFlatOwner;
        this.showInviteLink = showInviteLink;
        this.contacts = contacts;
        this.newcomers = newcomers;
        this.numbers = numbers;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/organizations", this::list);
        routes.get("/api/organizations/{id}", call -> Json.answer(call, detail(call, numbers.organization(call))));
        routes.patch("/api/organizations/{id}", this::update);
        routes.patch("/api/organizations/{id}/set-default-role", this::setDefaultRole);
    }

    private void list(Call call) {
        ORGANIZATIONS.answer(call, page -> listOrganizations.own(call.caller(), page), found -> {
            Map<OrganizationId, String> known = contacts.of(call.caller(), found);
            return found.stream().map(one -> item(one, known.get(one.id()))).toList();
        });
    }

    private static Map<String, Object> item(Organization organization, @Nullable String contact) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", organization.number());
        shown.put("title", organization.name().value());
        shown.put("contact_info", contact);
        shown.put("created_at", Times.brief(organization.createdAt()));
        return shown;
    }

    private Map<String, Object> detail(Call call, Organization organization) {
        Caller caller = call.caller();
        Map<String, Object> shown =
                item(organization, contacts.of(caller, List.of(organization)).get(organization.id()));
        shown.put("token", token(caller, organization));
        shown.put("updated_at", Times.brief(organization.updatedAt()));
        shown.put("allow_unsafe_instruction_tags", false);
        shown.put(
                "created_by",
                findFlatOwner
                        .handle(caller, organization.id())
                        .map(FindFlatOwner.Owner::number)
                        .orElse(null));
        shown.put("users", users(caller, organization));
        shown.put(DEFAULT_ROLE, newcomers.shownTo(caller, organization.id()).name());
        return shown;
    }

    /** For those who may invite; else, and where there is none, null. */
    private @Nullable String token(Caller caller, Organization organization) {
        try {
            return showInviteLink.handle(caller, organization.id()).secret().reveal();
        } catch (RefusedException refusal) {
            return switch (refusal.kind()) {
                case FORBIDDEN, NOT_FOUND -> null;
                case INVALID, CONFLICT, CHANGED, UNAUTHENTICATED, THROTTLED, BUSY, UNAVAILABLE -> throw refusal;
            };
        }
    }

    /** The first thousand to those who may see the members, to others themselves: nobody walks a million here. */
    private List<Long> users(Caller caller, Organization organization) {
        try {
            return listPeople
                    .ofOrganization(caller, organization.id(), PageRequest.first(PageRequest.MOST))
                    .items()
                    .stream()
                    .map(Person::user)
                    .map(User::number)
                    .toList();
        } catch (RefusedException refusal) {
            if (refusal.kind() != Kind.FORBIDDEN) {
                throw refusal;
            }
            return List.of(Objects.requireNonNull(caller.user()).number());
        }
    }

    /** Who created it, and all else that is not to be changed here, is passed over (contract §11 line 18). */
    private void update(Call call) {
        Organization before = numbers.organization(call);
        Inputs inputs = Inputs.withAnyBody(call);
        Field<Change<OrganizationName>> title = inputs.changedText("title", TITLE, OrganizationName::new);
        Field<Change<EmailAddress>> contact = inputs.nullableText("contact_info", TextRule.TRIMMED, Emails::read);
        inputs.check();
        Organization after = Translated.on(
                Kind.CONFLICT,
                () -> updateOrganization.handle(
                        call.caller(), new UpdateOrganization.Command(before.id(), title.get(), Change.none())),
                taken -> Refusal.invalid("title", taken.reason()));
        if (contact.get().isMade()) {
            contacts.put(call.caller(), after.id(), contact.get().applyTo(null));
        }
        Json.answer(call, detail(call, after));
    }

    /** All else that the SDK may send is passed over. */
    private void setDefaultRole(Call call) {
        Organization organization = numbers.organization(call);
        Inputs inputs = Inputs.withAnyBody(call);
        LabelStudioRole role =
                inputs.optionalWord(DEFAULT_ROLE, LabelStudioRole.WORDS).orNull();
        if (role != null && !role.isGiven() && role != LabelStudioRole.NO) {
            inputs.refuse(Fault.Kind.UNKNOWN_WORD, "AD, MA, RE, AN or NO", DEFAULT_ROLE);
        }
        inputs.check();
        if (role != null) {
            newcomers.choose(call.caller(), organization.id(), role);
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("organization", organization.number());
        shown.put(
                DEFAULT_ROLE,
                newcomers.shownTo(call.caller(), organization.id()).name());
        Json.answer(call, shown);
    }
}
