package dev.roster.http.labelstudio;

import dev.roster.application.access.Caller;
import dev.roster.application.flat.LeaveOrganization;
import dev.roster.application.flat.PutStanding;
import dev.roster.application.port.Contributions.Involvement;
import dev.roster.application.user.DeactivateUser;
import dev.roster.application.user.FindPerson;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.Times;
import dev.roster.http.dialect.Translated;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fault;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who belongs to an organization, and as what (contract §4.5). */
final class MemberRoutes implements RouteGroup {
    private static final String ONE = "/api/organizations/{id}/memberships/{user_pk}";

    private final FindPerson findPerson;
    private final PutStanding putStanding;
    private final DeactivateUser deactivateUser;
    private final LeaveOrganization leaveOrganization;
    private final ActiveOrganization active;
    private final Numbers numbers;
    private final Standings standings;
    private final MemberItems items;

    @Inject
    MemberRoutes(
            FindPerson findPerson,
            PutStanding putStanding,
            DeactivateUser deactivateUser,
            LeaveOrganization leaveOrganization,
            ActiveOrganization active,
            Numbers numbers,
            Standings standings,
            MemberItems items) {
        this.findPerson = findPerson;
        this.putStanding = putStanding;
        this.deactivateUser = deactivateUser;
        this.leaveOrganization = leaveOrganization;
        this.active = active;
        this.numbers = numbers;
        this.standings = standings;
        this.items = items;
    }

    @Override
    public void register(Routes routes) {
        routes.patch("/api/organizations/{id}/memberships", this::change);
        routes.get(ONE, this::show);
        routes.delete(ONE, this::remove);
    }

    /** A person who is a member, as far as the caller may see that. */
    private Standings.Member member(Call call, Organization organization, long number) {
        User user = Translated.on(
                        Kind.NOT_FOUND, () -> findPerson.byNumber(call.caller(), number), missing -> notFound())
                .user();
        return standings.of(call.caller(), organization, user).orElseThrow(MemberRoutes::notFound);
    }

    private static Refusal notFound() {
        return Refusal.of(404, "Member not found");
    }

    private void show(Call call) {
        Organization organization = numbers.organization(call);
        Standings.Member member = member(call, organization, Numbers.inPath(call, "user_pk"));
        User user = member.user();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("user", user.number());
        shown.put("organization", organization.number());
        Involvement involved = items.involved(call, organization, user);
        shown.put("contributed_projects_count", involved.contributedTo().size());
        // Roster keeps who contributed to what, not annotations.
        shown.put("annotations_count", 0);
        shown.put("created_at", Times.brief(member.standing().membership().joinedAt()));
        boolean projects = MemberListRoutes.isYes(call, MemberItems.CONTRIBUTED);
        shown.put(MemberItems.CREATED, projects ? MemberItems.projects(involved.created()) : null);
        shown.put(MemberItems.CONTRIBUTED, projects ? MemberItems.projects(involved.contributedTo()) : null);
        shown.put("role", member.standing().role().name());
        Json.answer(call, shown);
    }

    private void change(Call call) {
        Organization organization = numbers.organization(call);
        Inputs inputs = Inputs.withAnyBody(call);
        Field<Integer> number = inputs.optionalNumber("user_id", 1, Integer.MAX_VALUE);
        if (inputs.value("user_id") == null) {
            inputs.refuse(Fault.Kind.MISSING, "", "user_id");
        }
        Field<LabelStudioRole> role = inputs.word("role", LabelStudioRole.WORDS);
        inputs.check();
        Standings.Member before = member(call, organization, number.get());
        Standings.Member after =
                before.standing().role() == role.get() && before.standing().isStandIn()
                        ? before
                        : changed(call.caller(), organization, before, role.get());
        Json.answer(call, items.of(call, organization, after));
    }

    private Standings.Member changed(
            Caller caller, Organization organization, Standings.Member before, LabelStudioRole wanted) {
        if (before.standing().role() == LabelStudioRole.OW || wanted == LabelStudioRole.OW) {
            throw Refusal.invalid("role", "The role of an owner cannot be given or taken here.");
        }
        UserId user = before.user().id();
        User after = wanted == LabelStudioRole.DI
                ? deactivateUser.handle(caller, user)
                : putStanding.handle(
                        caller, new PutStanding.Command(organization.id(), Standings.WORKSPACE, user, wanted.word()));
        return standings.of(caller, organization, after).orElseThrow(MemberRoutes::notFound);
    }

    /** In the order of the original: may the caller remove, is it their organization, is there a member, is it themselves. */
    private void remove(Call call) {
        Caller caller = call.caller();
        Organization own = active.of(call);
        leaveOrganization.require(caller, own.id());
        if (Numbers.inPath(call, "id") != own.number()) {
            throw Refusal.of(403, "You can delete members only for your current active organization");
        }
        User user = member(call, own, Numbers.inPath(call, "user_pk")).user();
        if (caller.is(user.id())) {
            throw Refusal.bare(405, "User cannot soft delete self");
        }
        Translated.on(Kind.NOT_FOUND, () -> leaveOrganization.handle(caller, own.id(), user.id()), gone -> notFound());
        call.noContent();
    }
}
