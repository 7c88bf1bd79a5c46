package dev.roster.http.labelstudio;

import dev.roster.application.access.Caller;
import dev.roster.application.flat.FindFlatMembers;
import dev.roster.application.membership.ListFormerMembers;
import dev.roster.application.membership.ListMembers;
import dev.roster.application.paging.CountedPage;
import dev.roster.application.port.FormerMembers.Former;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Memberships.Member;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserKind;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.NumberedPage;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The list of members (contract §4.5): by pages with a count, in the order of usernames; past the end they are empty. Who left
 * is in a list of its own.
 */
final class MemberListRoutes implements RouteGroup {
    private static final int USUAL = 20;
    private static final int MOST = 1_000;
    /** Asks for those who left, in place of the members. */
    static final String REMOVED = "is_deleted";

    private static final Set<String> YES = Set.of("1", "true", "yes", "on", "t", "y");

    private final ListMembers listMembers;
    private final FindFlatMembers findFlatMembers;
    private final ListFormerMembers listFormerMembers;
    private final Numbers numbers;
    private final Standings standings;
    private final MemberItems items;

    @Inject
    MemberListRoutes(
            ListMembers listMembers,
            FindFlatMembers findFlatMembers,
            ListFormerMembers listFormerMembers,
            Numbers numbers,
            Standings standings,
            MemberItems items) {
        this.listMembers = listMembers;
        this.findFlatMembers = findFlatMembers;
        this.listFormerMembers = listFormerMembers;
        this.numbers = numbers;
        this.standings = standings;
        this.items = items;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/organizations/{id}/memberships", this::list);
    }

    private void list(Call call) {
        Organization organization = numbers.organization(call);
        Inputs inputs = Inputs.of(call);
        NumberedPage.Asked asked = NumberedPage.Asked.read(inputs, USUAL, MOST);
        String search = search(call);
        Set<LabelStudioRole> roles = roles(call.query().textOrEmpty("role"));
        inputs.check();
        boolean projects = isYes(call, MemberItems.CONTRIBUTED);
        if (isYes(call, REMOVED)) {
            NumberedPage<Former> left =
                    NumberedPage.of(asked, listFormerMembers.people(call.caller(), organization.id(), asked.query()));
            NumberedList.answer(call, left, items.removed(call, organization, left.items(), projects));
            return;
        }
        NumberedPage<User> page = roles.isEmpty() && search == null
                ? numbered(call.caller(), organization, asked)
                : NumberedPage.of(asked, filtered(call.caller(), organization, asked, roles, search));
        NumberedList.answer(call, page, items.of(call, organization, page.items(), projects));
    }

    private static @Nullable String search(Call call) {
        String text = call.query().textOrEmpty("search");
        return text == null || text.isBlank() ? null : text.strip();
    }

    static boolean isYes(Call call, String name) {
        String text = call.query().textOrEmpty(name);
        return text != null && YES.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Words that are none are passed over, like filters that nobody knows. */
    private static Set<LabelStudioRole> roles(@Nullable String words) {
        Set<LabelStudioRole> roles = EnumSet.noneOf(LabelStudioRole.class);
        Arrays.stream(words == null ? new String[0] : words.split(","))
                .flatMap(word -> LabelStudioRole.WORDS.read(word.strip()).stream())
                .forEach(roles::add);
        return roles;
    }

    private NumberedPage<User> numbered(Caller caller, Organization organization, NumberedPage.Asked asked) {
        CountedPage<Member> found = listMembers.numbered(
                caller,
                Place.of(organization.id()),
                new ListMembers.Query(Set.of(UserKind.PERSON), Memberships.Order.USERNAME, asked.query()));
        return NumberedPage.of(
                asked,
                new CountedPage<>(found.items().stream().map(Member::user).toList(), found.count()));
    }

    private CountedPage<User> filtered(
            Caller caller,
            Organization organization,
            NumberedPage.Asked asked,
            Set<LabelStudioRole> roles,
            @Nullable String search) {
        return findFlatMembers.handle(
                caller,
                new FindFlatMembers.Query(
                        organization.id(),
                        Standings.WORKSPACE,
                        search,
                        roles.isEmpty() ? null : standings.shownAs(caller, roles),
                        asked.query()));
    }
}
