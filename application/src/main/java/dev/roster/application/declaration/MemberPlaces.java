package dev.roster.application.declaration;

import dev.roster.application.access.Caller;
import dev.roster.application.membership.AddMember;
import dev.roster.application.membership.ChangeMemberRole;
import dev.roster.application.membership.ListMembers;
import dev.roster.application.membership.RemoveMember;
import dev.roster.application.paging.Pages;
import dev.roster.application.port.Memberships;
import dev.roster.domain.membership.Place;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Organizations and workspaces as places that have members. */
final class MemberPlaces {
    private final ListMembers list;
    private final AddMember add;
    private final ChangeMemberRole change;
    private final RemoveMember remove;
    private final Memberships memberships;

    @Inject
    MemberPlaces(
            ListMembers list, AddMember add, ChangeMemberRole change, RemoveMember remove, Memberships memberships) {
        this.list = list;
        this.add = add;
        this.change = change;
        this.remove = remove;
        this.memberships = memberships;
    }

    MemberPlace of(Caller caller, Place place, String name, List<String> path, boolean isThere) {
        return new MemberPlace() {
            @Override
            public Step.Kind kind() {
                return place.either(
                        organization -> Step.Kind.ORGANIZATION_MEMBER, workspace -> Step.Kind.WORKSPACE_MEMBER);
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public List<String> path() {
                return path;
            }

            @Override
            public List<Standing> standings() {
                return isThere
                        ? Pages.all(page -> list.handle(caller, place, page)
                                .map(member -> new Standing(
                                        member.user(), member.membership().role())))
                        : List.of();
            }

            @Override
            public void add(UserId user, @Nullable String role) {
                if (memberships.find(place, user).isPresent()) {
                    // A user who was created just before is in the default organization already.
                    changeRole(user, role);
                } else {
                    add.handle(caller, new AddMember.Command(place, user, role));
                }
            }

            @Override
            public void changeRole(UserId user, @Nullable String role) {
                change.handle(caller, new ChangeMemberRole.Command(place, user, role));
            }

            @Override
            public void remove(UserId user) {
                remove.handle(caller, new RemoveMember.Command(place, user));
            }
        };
    }
}
