package dev.roster.http.arize;

import dev.roster.application.access.Caller;
import dev.roster.application.membership.PutMember;
import dev.roster.application.membership.RemoveMember;
import dev.roster.application.port.Memberships;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.MembershipId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.UserId;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.TypedIds;
import dev.roster.http.web.Call;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Members of organizations and spaces: put in with a role, whether they were in or not, and taken out (contract §4.3, §5). */
final class MembersOf {
    /**
     * A kind of place.
     *
     * @param thing as it is called on the wire
     * @param demands what is asked besides of who is put in
     */
    record Kind(
            String thing,
            TypedIds<MembershipId> memberships,
            Function<Place, String> placeId,
            Set<PutMember.Demand> demands) {}

    static final Kind ORGANIZATIONS = new Kind(
            "organization",
            ArizeIds.ORGANIZATION_MEMBER,
            place -> place.either(ArizeIds.ORGANIZATION::write, ArizeIds.SPACE::write),
            Set.of(PutMember.Demand.ANNOTATORS_APART));

    static final Kind SPACES = new Kind(
            "space",
            ArizeIds.SPACE_MEMBER,
            ORGANIZATIONS.placeId(),
            Set.of(PutMember.Demand.ANNOTATORS_APART, PutMember.Demand.IN_THE_ORGANIZATION));

    private final PutMember putMember;
    private final RemoveMember removeMember;

    @Inject
    MembersOf(PutMember putMember, RemoveMember removeMember) {
        this.putMember = putMember;
        this.removeMember = removeMember;
    }

    void put(Call call, Kind kind, Place place) {
        Inputs inputs = Inputs.withStrictBody(call);
        Field<UserId> user = inputs.id("user_id", ArizeIds.USER);
        Field<RoleId> role = Level.PLACE.read(inputs, "role");
        inputs.check();
        Caller caller = call.caller();
        Memberships.Member member = putMember.handle(
                caller,
                PutMember.Command.of(place, user.get(), role.get().toString())
                        .demanding(kind.demands().toArray(PutMember.Demand[]::new)));
        Envelope.answer(call, 200, shown(kind, member, Spelling.of(call)));
    }

    private static Map<String, Object> shown(Kind kind, Memberships.Member member, Spelling spelling) {
        Membership membership = member.membership();
        RoleRef own = membership.role();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", kind.memberships().write(membership.id()));
        shown.put("user_id", ArizeIds.USER.write(membership.user()));
        shown.put(kind.thing() + "_id", kind.placeId().apply(membership.place()));
        shown.put("role", Level.PLACE.show(own == null ? member.user().role() : own, spelling));
        return shown;
    }

    void remove(Call call, Place place) {
        Inputs inputs = Inputs.of(call);
        Field<UserId> user = inputs.path("user_id", ArizeIds.USER);
        inputs.check();
        removeMember.handle(call.caller(), new RemoveMember.Command(place, user.get()));
        call.noContent();
    }
}
