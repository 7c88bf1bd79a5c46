package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.port.People.Person;
import dev.roster.application.user.DeactivateUser;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.EraseUser;
import dev.roster.application.user.PreviewUserDeletion;
import dev.roster.application.user.ReactivateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.http.console.view.ConfirmPersonView;
import dev.roster.http.console.view.ConfirmPersonView.Things;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody as a page, or beside the list, and what ends or opens their account. */
final class PersonPages implements ConsolePages {
    /**
     * Something that is asked before it is done.
     *
     * @param offer under which it is offered
     * @param words the prefix of the keys of its texts
     * @param done what to say afterwards
     */
    private record Step(
            String path, String offer, String words, boolean dangerous, BiConsumer<Caller, UserId> act, String done) {}

    private static final String DELETE = "delete";

    private final PersonFinder finder;
    private final PersonDetails details;
    private final PersonActions actions;
    private final Screens screens;
    private final PreviewUserDeletion preview;
    private final List<Step> steps;

    @Inject
    PersonPages(
            PersonFinder finder,
            PersonDetails details,
            PersonActions actions,
            Screens screens,
            DeactivateUser deactivate,
            ReactivateUser reactivate,
            DeleteUser delete,
            PreviewUserDeletion preview,
            EraseUser erase) {
        this.finder = finder;
        this.details = details;
        this.actions = actions;
        this.screens = screens;
        this.preview = preview;
        this.steps = List.of(
                new Step(
                        "deactivate",
                        "person.deactivate",
                        "deactivate.",
                        true,
                        deactivate::handle,
                        "person.deactivated"),
                new Step(
                        "reactivate",
                        "person.reactivate",
                        "reactivate.",
                        false,
                        reactivate::handle,
                        "person.reactivated"),
                new Step(DELETE, "person.delete", "delete.", true, delete::handle, "person.deleted"),
                new Step("erase", "person.erase", "erase.", true, erase::handle, "person.erased"));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/people/{who}", this::show).producing(MediaTypes.HTML);
        for (Step step : steps) {
            String path = "/people/{who}/" + step.path();
            routes.get(path, call -> screens.show(call, asked(call, step, null)))
                    .producing(MediaTypes.HTML);
            routes.post(path, call -> act(call, step)).producing(MediaTypes.HTML);
        }
    }

    /** Whether a script wants a part of the page, and not the browser all of it again, as on the way back to it. */
    static boolean wantsPart(Call call) {
        return Screens.wantsPart(call.context())
                && call.context().req().getHeader("HX-History-Restore-Request") == null;
    }

    private void show(Call call) {
        PeopleFilters filters = PeopleFilters.of(call.query());
        screens.show(call, details.of(call, person(call), filters.address(), wantsPart(call)));
    }

    private Person person(Call call) {
        return finder.find(call.caller(), call.context().pathParam("who"));
    }

    private ConfirmPersonView asked(Call call, Step step, @Nullable String alert) {
        User user = offered(call, step.offer()).user();
        return new ConfirmPersonView(
                step.words(),
                PeopleRows.shown(call, user, false),
                step.path().equals(DELETE) && alert == null ? ending(call.caller(), user) : List.of(),
                step.dangerous(),
                null,
                alert,
                "/people/" + user.id());
    }

    /** The person, where that is theirs to do. */
    private Person offered(Call call, String offer) {
        return finder.offered(call, actions, offer);
    }

    private List<Things> ending(Caller caller, User user) {
        PreviewUserDeletion.Ends ends = preview.handle(caller, user.id());
        return Stream.of(
                        new Things("ends.memberships", held(ends.memberships())),
                        new Things("ends.grants", held(ends.grants())),
                        new Things("ends.sessions", counted(ends.sessions())),
                        new Things("ends.keys", counted(ends.keys())),
                        new Things("ends.keys-for-others", counted(ends.keysMadeForOthers())),
                        new Things("ends.assignments", counted(ends.assignments())),
                        new Things("ends.services", services(ends)))
                .filter(things -> !things.names().isEmpty())
                .toList();
    }

    private static List<String> held(List<PreviewUserDeletion.Held> held) {
        return held.stream()
                .map(one -> one.place().label() + " (" + one.role() + ")")
                .toList();
    }

    private static List<String> counted(int count) {
        return count == 0 ? List.of() : List.of(Integer.toString(count));
    }

    private static List<String> services(PreviewUserDeletion.Ends ends) {
        long more = ends.serviceCount() - ends.services().size();
        return Stream.concat(
                        ends.services().stream().map(User::shownName), more > 0 ? Stream.of("+" + more) : Stream.of())
                .toList();
    }

    private void act(Call call, Step step) {
        Person person = offered(call, step.offer());
        try {
            step.act().accept(call.caller(), person.user().id());
        } catch (RefusedException refusal) {
            if (!Refusals.isForTheForm(refusal)) {
                throw refusal;
            }
            screens.again(call, TypedForm.of(call), asked(call, step, TypedForm.sentence(refusal.reason())));
            return;
        }
        screens.moveOn(call, "/people/" + person.user().id(), step.done());
    }
}
