package dev.roster.http.console;

import dev.roster.application.port.UserFilter;
import dev.roster.application.port.UserOrder;
import dev.roster.application.user.ListPeople;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.PersonStatus;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.console.view.FormView;
import dev.roster.http.web.Fields;
import dev.roster.http.web.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a list of people is narrowed to and how it is sorted, as its address says it.
 *
 * @param text what to search for
 * @param status null for all who are not deleted
 * @param deleted whether to show those who are deleted, and no others
 * @param dormant whether to show only those who were not seen for {@link #DORMANT}
 */
record PeopleFilters(
        @Nullable String text,
        @Nullable RoleId role,
        @Nullable PersonStatus status,
        boolean deleted,
        @Nullable WorkspaceId workspace,
        boolean dormant,
        UserOrder order) {
    static final Duration DORMANT = Duration.ofDays(90);
    static final String DELETED = UserStatus.DELETED.word();

    private static final String PATH = "/people/";

    static PeopleFilters of(QueryParameters query) {
        String status = given(query, "status");
        boolean deleted = DELETED.equals(status);
        UserOrder order = read(query, "sort", UserOrder::parse);
        return new PeopleFilters(
                given(query, "q"),
                read(query, "role", RoleId::parse),
                status == null || deleted ? null : PersonStatus.parse(status),
                deleted,
                read(query, "workspace", WorkspaceId::parse),
                given(query, "dormant") != null,
                order == null ? UserOrder.USERNAME : order);
    }

    /** Browsers send the fields of a form that nobody filled in. */
    private static @Nullable String given(QueryParameters query, String name) {
        String text = query.textOrEmpty(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static <T> @Nullable T read(QueryParameters query, String name, Function<String, T> parse) {
        String text = given(query, name);
        return text == null ? null : Fields.read(name, text, parse);
    }

    ListPeople.Query people(Instant now) {
        return ListPeople.Query.all()
                .withText(text)
                .withRole(role)
                .withStatuses(status == null ? Set.of() : Set.of(status))
                .withPlace(workspace == null ? null : Place.of(workspace))
                .withUnseenSince(dormant ? now.minus(DORMANT) : null)
                .withOrder(order);
    }

    /** Those who are deleted are members of nothing any more. */
    UserFilter deletedUsers(Instant now) {
        return UserFilter.all()
                .withText(text)
                .withKind(UserKind.PERSON)
                .withRole(role)
                .withStatuses(Set.of(UserStatus.DELETED))
                .withUnseenSince(dormant ? now.minus(DORMANT) : null)
                .withOrder(order);
    }

    /** Whether it leaves anybody out. */
    boolean narrow() {
        return text != null || role != null || status != null || deleted || workspace != null || dormant;
    }

    PeopleFilters sortedBy(UserOrder other) {
        return new PeopleFilters(text, role, status, deleted, workspace, dormant, other);
    }

    /** As the form that sets them shows them. */
    FormView form() {
        FormView form = FormView.of(parameters());
        return dormant ? form.ticking("dormant", "on") : form;
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "q", text);
        put(parameters, "role", role);
        put(parameters, "status", deleted ? DELETED : status == null ? null : status.word());
        put(parameters, "workspace", workspace);
        put(parameters, "dormant", dormant ? "on" : null);
        put(parameters, "sort", order == UserOrder.USERNAME ? null : order.word());
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    /** Where the list is that they show, without what stands before all paths of the site. */
    String address() {
        return address(PATH);
    }

    /** The same with a page of the list, or with a person opened beside it. */
    String with(String name, String value) {
        return Screens.withQuery(address(), name, value);
    }

    /** Another page that keeps them, so that it can lead back. */
    String address(String path) {
        String address = path;
        for (Map.Entry<String, String> parameter : parameters().entrySet()) {
            address = Screens.withQuery(address, parameter.getKey(), parameter.getValue());
        }
        return address;
    }
}
