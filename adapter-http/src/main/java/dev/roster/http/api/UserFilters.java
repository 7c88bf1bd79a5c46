package dev.roster.http.api;

import dev.roster.application.port.UserFilter;
import dev.roster.application.port.UserOrder;
import dev.roster.application.role.FindRole;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.text.Uuids;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fields;
import dev.roster.http.web.QueryParameters;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from a query which users are meant. */
final class UserFilters {
    /** The conditions that it reads. */
    static final List<String> CONDITIONS = List.of("search", "role", "status", "kind", "workspace_id", "unseen_since");

    private final FindRole findRole;

    @Inject
    UserFilters(FindRole findRole) {
        this.findRole = findRole;
    }

    /** Those, the order and the page. */
    static String[] listed() {
        return Stream.concat(CONDITIONS.stream(), Stream.of("sort", "limit", "cursor"))
                .toArray(String[]::new);
    }

    /** What the conditions and {@code sort} say. */
    UserFilter read(Call call) {
        QueryParameters query = call.query();
        Set<UserStatus> statuses = query.texts("status").stream()
                .map(word -> Fields.read("status", word, UserStatus::parse))
                .collect(Collectors.toSet());
        return UserFilter.all()
                .withText(query.text("search"))
                .withStatuses(statuses)
                .withRole(role(call))
                .withKind(query.read("kind", UserKind::parse))
                .withWorkspace(query.read("workspace_id", WorkspaceId::parse))
                .withUnseenSince(query.read("unseen_since", Fields::instant))
                .withOrder(order(call));
    }

    static UserOrder order(Call call) {
        UserOrder asked = call.query().read("sort", UserOrder::parse);
        return asked == null ? UserOrder.OLDEST : asked;
    }

    @Nullable
    RoleId role(Call call) {
        String wanted = call.query().text("role");
        if (wanted == null) {
            return null;
        }
        if (Uuids.isUuid(wanted)) {
            return RoleId.parse(wanted);
        }
        Optional<RoleId> predefined = Arrays.stream(PredefinedRole.values())
                .filter(role -> role.word().equalsIgnoreCase(wanted))
                .map(PredefinedRole::id)
                .findFirst();
        return predefined.orElseGet(() -> findRole.byName(call.caller(), wanted).id());
    }
}
