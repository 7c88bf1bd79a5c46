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
    }
}
