package dev.roster.http.console;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;

/** Wires the console: all its pages, each group once. */
public final class ConsoleModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder<ConsolePages> pages = Multibinder.newSetBinder(binder(), ConsolePages.class);
        pages.addBinding().to(Files.class);
        pages.addBinding().to(LogInPages.class);
        pages.addBinding().to(LogInLinkPages.class);
        pages.addBinding().to(SetUpPages.class);
        pages.addBinding().to(AcceptInvitationPages.class);
        pages.addBinding().to(SignUpPages.class);
        pages.addBinding().to(PasswordPages.class);
        pages.addBinding().to(HomePages.class);
        pages.addBinding().to(PeoplePages.class);
        pages.addBinding().to(NewPersonPages.class);
        pages.addBinding().to(ChosenPages.class);
        pages.addBinding().to(PersonRolePages.class);
        pages.addBinding().to(PersonAccessPages.class);
        pages.addBinding().to(InvitePages.class);
        pages.addBinding().to(InvitationPages.class);
        pages.addBinding().to(ServiceAccountPages.class);
        pages.addBinding().to(ServiceKeyPages.class);
        pages.addBinding().to(PersonPages.class);
        pages.addBinding().to(WorkspaceListPages.class);
        pages.addBinding().to(WorkspacePages.class);
        pages.addBinding().to(MemberPages.class);
        pages.addBinding().to(MemberEditPages.class);
        pages.addBinding().to(RightsPages.class);
        pages.addBinding().to(OrganizationListPages.class);
        pages.addBinding().to(OrganizationPages.class);
        pages.addBinding().to(DatasetListPages.class);
        pages.addBinding().to(DatasetPages.class);
        pages.addBinding().to(AssigneePages.class);
        // The page for a new role comes before those of roles by their ids.
        pages.addBinding().to(RolePages.class);
        pages.addBinding().to(RoleEditPages.class);
        pages.addBinding().to(WhyPages.class);
        pages.addBinding().to(AuditPages.class);
        pages.addBinding().to(SettingsPages.class);
    }
}
