package dev.roster.http.console;

import com.google.inject.multibindings.Multibinder;
import dev.roster.http.web.LateModule;

/** Wires the console: all its pages, in groups. */
public final class ConsoleModule extends LateModule {
    @Override
    protected void configure() {
        Multibinder<ConsolePages> pages = Multibinder.newSetBinder(binder(), ConsolePages.class);
        pages.addBinding().toProvider(late(Files.class));
        pages.addBinding().toProvider(late(LogInPages.class));
        pages.addBinding().toProvider(late(LogInLinkPages.class));
        pages.addBinding().toProvider(late(SetUpPages.class));
        pages.addBinding().toProvider(late(AcceptInvitationPages.class));
        pages.addBinding().toProvider(late(SignUpPages.class));
        pages.addBinding().toProvider(late(PasswordPages.class));
        pages.addBinding().toProvider(late(HomePages.class));
        pages.addBinding().toProvider(late(AccountPages.class));
        pages.addBinding().toProvider(late(AccountSecretPages.class));
        pages.addBinding().toProvider(late(AccountKeyPages.class));
        pages.addBinding().toProvider(late(AccountSessionPages.class));
        pages.addBinding().toProvider(late(LeavePages.class));
        pages.addBinding().toProvider(late(PeoplePages.class));
        pages.addBinding().toProvider(late(NewPersonPages.class));
        pages.addBinding().toProvider(late(ChosenPages.class));
        pages.addBinding().toProvider(late(PersonRolePages.class));
        pages.addBinding().toProvider(late(PersonAccessPages.class));
        pages.addBinding().toProvider(late(InvitePages.class));
        pages.addBinding().toProvider(late(InvitationPages.class));
        pages.addBinding().toProvider(late(ServiceAccountPages.class));
        pages.addBinding().toProvider(late(ServiceKeyPages.class));
        pages.addBinding().toProvider(late(PersonPages.class));
        pages.addBinding().toProvider(late(WorkspaceListPages.class));
        pages.addBinding().toProvider(late(WorkspacePages.class));
        pages.addBinding().toProvider(late(MemberPages.class));
        pages.addBinding().toProvider(late(MemberEditPages.class));
        pages.addBinding().toProvider(late(RightsPages.class));
        pages.addBinding().toProvider(late(OrganizationListPages.class));
        pages.addBinding().toProvider(late(OrganizationPages.class));
        pages.addBinding().toProvider(late(DatasetListPages.class));
        pages.addBinding().toProvider(late(DatasetPages.class));
        pages.addBinding().toProvider(late(AssigneePages.class));
        // The page for a new role comes before those of roles by their ids.
        pages.addBinding().toProvider(late(RolePages.class));
        pages.addBinding().toProvider(late(RoleEditPages.class));
        pages.addBinding().toProvider(late(WhyPages.class));
        pages.addBinding().toProvider(late(AuditPages.class));
        pages.addBinding().toProvider(late(SettingsPages.class));
    }
}
