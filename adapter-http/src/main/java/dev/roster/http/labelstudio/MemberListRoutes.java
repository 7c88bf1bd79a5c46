package dev.roster.http.labelstudio;

import dev.roster.application.access.Caller;
import dev.roster.application.flat.FlatUser;
import dev.roster.application.membership.ListFormerMembers;
import dev.roster.application.membership.ListMembers;
import dev.roster.application.paging.CountedPage;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.FormerMembers.Former;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Memberships.Member;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The list of members (contract §4.5): by pages with a count, in the order of usernames; past the end they are empty. With a
 * filter it is in the order of ids, as everybody has to be looked at. Who left is in a list of its own.
 */
final class MemberListRoutes implements RouteGroup {
    private static final int USUAL = 20;
    private static final int MOST = 1_000;
    /** Asks for those who left, in place of the members. */
    static final String REMOVED = "is_deleted";

    private static final Set<String> YES = Set.of("1", "true", "yes", "on", "t", "y");

    private final ListMembers listMembers;
    private final ListFormerMembers listFormerMembers;
    private final Numbers numbers;
    private final Standings standings;
    private final MemberItems items;

    @Inject
    MemberListRoutes(
            ListMembers listMembers,
            ListFormerMembers listFormerMembers,
            Numbers numbers,
            Standings standings,
            MemberItems items) {
        this.listMembers = listMembers;
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
        String search = call.query().textOrEmpty("search");
        Set<LabelStudioRole> roles = roles(call.query().textOrEmpty("role"));
        inputs.check();
        boolean projects = isYes(call, MemberItems.CONTRIBUTED);
        if (isYes(call, REMOVED)) {
            NumberedPage<Former> left =
                    NumberedPage.of(asked, listFormerMembers.people(call.caller(), organization.id(), asked.query()));
            NumberedList.answer(call, left, items.removed(call, organization, left.items(), projects));
            return;
        }
        boolean filtered = !roles.isEmpty() || (search != null && !search.isBlank());
        NumberedPage<User> page = filtered
                ? NumberedPage.of(asked, request -> filtered(call.caller(), organization, request, roles, search))
                : numbered(call.caller(), organization, asked);
        NumberedList.answer(call, page, items.of(call, organization, page.items(), projects));
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

    private Page<User> filtered(
            Caller caller,
            Organization organization,
            PageRequest request,
            Set<LabelStudioRole> roles,
            @Nullable String search) {
        Page<User> found = listMembers
                .byNumber(caller, Place.of(organization.id()), request)
                .map(Member::user)
                .filter(user -> !user.isService() && isLike(user, search));
        if (roles.isEmpty()) {
            return found;
        }
        Map<UserId, Standings.Shown> shown = standings.of(caller, organization, found.items());
        return found.filter(user -> shown.containsKey(user.id())
                && roles.contains(Objects.requireNonNull(shown.get(user.id())).role()));
    }

    private static boolean isLike(User user, @Nullable String search) {
        String part = search == null ? "" : search.strip().toLowerCase(Locale.ROOT);
        return Stream.of(
                        user.username().value(),
                        new FlatUser(user).email(),
                        user.shownName(),
                        user.profile().fullName())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(part));
    }
}
