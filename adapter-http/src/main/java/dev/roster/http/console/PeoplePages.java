package dev.roster.http.console;

import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.People.Person;
import dev.roster.application.port.UserOrder;
import dev.roster.application.user.ListPeople;
import dev.roster.application.user.ListUsers;
import dev.roster.domain.RefusedException;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.PersonStatus;
import dev.roster.http.console.view.OptionView;
import dev.roster.http.console.view.PagerView;
import dev.roster.http.console.view.PeopleListView;
import dev.roster.http.console.view.PeopleView;
import dev.roster.http.console.view.PersonDetailsView;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of people: searched, filtered, sorted, with somebody opened beside it, and as a file. */
final class PeoplePages implements ConsolePages {
    private final ListPeople listPeople;
    private final ListUsers listUsers;
    private final PeopleRows rows;
    private final PersonFinder finder;
    private final PersonDetails details;
    private final Choices choices;
    private final ChosenActions chosen;
    private final May may;
    private final Screens screens;
    private final Now now;

    @Inject
    PeoplePages(
            ListPeople listPeople,
            ListUsers listUsers,
            PeopleRows rows,
            PersonFinder finder,
            PersonDetails details,
            Choices choices,
            ChosenActions chosen,
            May may,
            Screens screens,
            Now now) {
        this.listPeople = listPeople;
        this.listUsers = listUsers;
        this.rows = rows;
        this.finder = finder;
        this.details = details;
        this.choices = choices;
        this.chosen = chosen;
        this.may = may;
        this.screens = screens;
        this.now = now;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/people", this::show).producing(MediaTypes.HTML);
        routes.get("/people.csv", this::file).producing(MediaTypes.ANY);
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(20, MenuEntry.Section.PLACES, "menu.people", "/people/", "people", this::isForThem));
    }

    /** Whether they see anybody. */
    private boolean isForThem(Caller caller) {
        if (may.everywhere(caller, RosterPermission.USER_READ)) {
            return true;
        }
        try {
            listPeople.handle(caller, ListPeople.Query.all(), PageRequest.first(1));
            return true;
        } catch (RefusedException refusal) {
            if (refusal.kind() != RefusedException.Kind.FORBIDDEN) {
                throw refusal;
            }
            return false;
        }
    }

    private void show(Call call) {
        PeopleFilters filters = PeopleFilters.of(call.query());
        String opened = call.query().textOrEmpty("person");
        PeopleListView list = list(call, filters, opened);
        if (PersonPages.wantsPart(call)) {
            screens.show(call, list);
            return;
        }
        screens.show(call, whole(call, filters, list, opened));
    }

    private PeopleView whole(Call call, PeopleFilters filters, PeopleListView list, @Nullable String opened) {
        Caller caller = call.caller();
        boolean readsAll = may.everywhere(caller, RosterPermission.USER_READ);
        boolean creates = may.everywhere(caller, RosterPermission.USER_CREATE);
        return new PeopleView(
                list,
                filters.form(),
                choices.roles(caller),
                statuses(readsAll),
                Choices.options(choices.workspaces(caller, RosterPermission.MEMBER_READ)),
                orders(),
                pane(call, filters, opened),
                creates
                        || !choices.organizations(caller, RosterPermission.MEMBER_ADD)
                                .isEmpty(),
                creates,
                readsAll ? pending(caller) : null);
    }

    private @Nullable PersonDetailsView pane(Call call, PeopleFilters filters, @Nullable String opened) {
        return opened == null || opened.isBlank()
                ? null
                : details.of(call, finder.find(call.caller(), opened), filters.address(), true);
    }

    private String pending(Caller caller) {
        return Long.toString(
                listPeople.count(caller, ListPeople.Query.all().withStatuses(Set.of(PersonStatus.INVITED))));
    }

    private static List<OptionView> statuses(boolean readsAll) {
        Stream<String> words = Stream.concat(
                Stream.of(PersonStatus.values()).map(PersonStatus::word),
                readsAll ? Stream.of(PeopleFilters.DELETED) : Stream.of());
        return words.map(word -> OptionView.worded(word, PeopleRows.status(word).text()))
                .toList();
    }

    private static List<OptionView> orders() {
        return Stream.of(UserOrder.USERNAME, UserOrder.NEWEST, UserOrder.OLDEST, UserOrder.ACTIVE, UserOrder.DORMANT)
                .map(order -> OptionView.worded(
                        order == UserOrder.USERNAME ? "" : order.word(), "people.sort." + order.word()))
                .toList();
    }

    private PeopleListView list(Call call, PeopleFilters filters, @Nullable String opened) {
        Page<Person> page = page(call.caller(), filters, call.page());
        String next = call.next(page);
        return new PeopleListView(
                rows.of(call, page.items(), filters, opened),
                new PagerView(
                        call.query().text("cursor") == null ? null : here(call, filters.address()),
                        next == null ? null : here(call, filters.with("cursor", next))),
                count(call.caller(), filters),
                filters.narrow(),
                "/people/",
                filters.address("/people.csv"),
                sorted(filters, UserOrder.USERNAME, UserOrder.USERNAME, "ascending"),
                filters.order() == UserOrder.ACTIVE
                        ? sorted(filters, UserOrder.DORMANT, UserOrder.ACTIVE, "descending")
                        : sorted(filters, UserOrder.ACTIVE, UserOrder.DORMANT, "ascending"),
                chosen.of(call.caller()));
    }

    private static String here(Call call, String path) {
        return Site.pathOf(call.context()) + path;
    }

    /** @param shown the order that the direction is said of */
    private static PeopleListView.SortLink sorted(
            PeopleFilters filters, UserOrder then, UserOrder shown, String direction) {
        return new PeopleListView.SortLink(
                filters.sortedBy(then).address(), filters.order() == shown ? direction : "none");
    }

    private Page<Person> page(Caller caller, PeopleFilters filters, PageRequest page) {
        Instant at = now.get();
        return filters.deleted()
                ? listUsers.handle(caller, filters.deletedUsers(at), page).map(PeopleRows::deleted)
                : listPeople.handle(caller, filters.people(at), page);
    }

    private long count(Caller caller, PeopleFilters filters) {
        Instant at = now.get();
        return filters.deleted()
                ? listUsers.count(caller, filters.deletedUsers(at))
                : listPeople.count(caller, filters.people(at));
    }

    private void file(Call call) {
        PeopleFilters filters = PeopleFilters.of(call.query());
        CsvStream.answer(
                call,
                "people",
                PeopleRows.HEADS,
                page -> page(call.caller(), filters, page),
                found -> rows.lines(call.caller(), found));
    }
}
