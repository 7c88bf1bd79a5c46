package dev.roster.application.declaration;

import dev.roster.application.access.Caller;
import dev.roster.application.organization.AddOrganizationMember;
import dev.roster.application.organization.ChangeOrganizationMemberRole;
import dev.roster.application.organization.ListOrganizationMembers;
import dev.roster.application.organization.RemoveOrganizationMember;
import dev.roster.application.port.Pages;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Organizations as places that have members. */
final class OrganizationMembers {
    private final ListOrganizationMembers list;
    private final AddOrganizationMember add;
    private final ChangeOrganizationMemberRole change;
    private final RemoveOrganizationMember remove;

    @Inject
    OrganizationMembers(
            ListOrganizationMembers list,
            AddOrganizationMember add,
            ChangeOrganizationMemberRole change,
            RemoveOrganizationMember remove) {
        this.list = list;
        this.add = add;
        this.change = change;
        this.remove = remove;
    }

    MemberPlace of(Caller caller, OrganizationId id, String name, List<String> path, boolean isThere) {
        return new MemberPlace() {
            @Override
            public Step.Kind kind() {
                return Step.Kind.ORGANIZATION_MEMBER;
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
                        ? Pages.all(page -> list.handle(caller, id, page)
                                .map(member -> new Standing(
                                        member.user(), member.membership().role())))
                        : List.of();
            }

            @Override
            public void add(UserId user, @Nullable String role) {
                add.handle(caller, new AddOrganizationMember.Command(id, user, role));
            }

            @Override
            public void changeRole(UserId user, @Nullable String role) {
                change.handle(caller, new ChangeOrganizationMemberRole.Command(id, user, role));
            }

            @Override
            public void remove(UserId user) {
                remove.handle(caller, new RemoveOrganizationMember.Command(id, user));
            }
        };
    }
}
