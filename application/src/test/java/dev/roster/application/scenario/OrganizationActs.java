package dev.roster.application.scenario;

import dev.roster.application.access.Caller;
import dev.roster.application.membership.AddMember;
import dev.roster.application.membership.ChangeMemberRole;
import dev.roster.application.membership.ListFormerMembers;
import dev.roster.application.membership.ListMembers;
import dev.roster.application.membership.PutMember;
import dev.roster.application.membership.RemoveMember;
import dev.roster.application.organization.CreateOrganization;
import dev.roster.application.organization.DeleteOrganization;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import java.util.List;

/** What a scenario does with organizations and their members. */
final class OrganizationActs {
    private final UseCases useCases;
    private final Names names;

    OrganizationActs(UseCases useCases, Names names) {
        this.useCases = useCases;
        this.names = names;
    }

    List<String> create(Caller caller, Words words) {
        CreateOrganization.Command command =
                CreateOrganization.Command.named(new OrganizationName(words.get("organization")));
        return List.of(useCases.get(CreateOrganization.class)
                .handle(caller, command)
                .name()
                .value());
    }

    List<String> delete(Caller caller, Words words) {
        useCases.get(DeleteOrganization.class).handle(caller, organization(words));
        return List.of(words.get("organization"));
    }

    List<String> addMember(Caller caller, Words words) {
        AddMember.Command command = new AddMember.Command(place(words), user(words), words.find("role"));
        return shown(useCases.get(AddMember.class).handle(caller, command).user());
    }

    List<String> putMember(Caller caller, Words words) {
        PutMember.Command command = PutMember.Command.of(place(words), user(words), words.get("role"));
        return shown(useCases.get(PutMember.class).handle(caller, command).user());
    }

    List<String> changeMemberRole(Caller caller, Words words) {
        ChangeMemberRole.Command command = new ChangeMemberRole.Command(place(words), user(words), words.get("role"));
        return shown(
                useCases.get(ChangeMemberRole.class).handle(caller, command).user());
    }

    List<String> removeMember(Caller caller, Words words) {
        RemoveMember.Command command = new RemoveMember.Command(place(words), user(words));
        return shown(useCases.get(RemoveMember.class).handle(caller, command));
    }

    List<String> listMembers(Caller caller, Words words) {
        return UseCaseDriver.each(
                useCases.get(ListMembers.class)
                        .handle(caller, place(words), PageRequest.first())
                        .items(),
                member -> member.user().username());
    }

    List<String> listFormerMembers(Caller caller, Words words) {
        return UseCaseDriver.each(
                useCases.get(ListFormerMembers.class)
                        .handle(caller, organization(words), PageRequest.first())
                        .items(),
                former -> former.user().username());
    }

    private Place place(Words words) {
        return Place.of(organization(words));
    }

    private OrganizationId organization(Words words) {
        return names.organization(words.get("organization"));
    }

    private UserId user(Words words) {
        return names.user(words.get("user"));
    }

    private static List<String> shown(User user) {
        return List.of(user.username().value());
    }
}
