package dev.roster.http.api;

import dev.roster.application.guest.ChangeStay;
import dev.roster.application.guest.CreateGuests;
import dev.roster.domain.RefusedException;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.Username;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fields;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.Listing;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Accounts that end with a workspace or at a time. */
final class GuestRoutes implements RouteGroup {
    private record CreatedJson(UserJson user, String url, Instant expiresAt) {
        static CreatedJson of(CreateGuests.Created created) {
            return new CreatedJson(UserJson.of(created.user()), created.link(), created.linkUntil());
        }
    }

    private static final Shape<Listing<CreatedJson>> CREATED = Shape.listOf(CreatedJson.class);

    private final CreateGuests createGuests;
    private final ChangeStay changeStay;

    @Inject
    GuestRoutes(CreateGuests createGuests, ChangeStay changeStay) {
        this.createGuests = createGuests;
        this.changeStay = changeStay;
    }

    @Override
    public void register(Routes routes) {
        routes.post("/workspaces/{workspace_id}/guests", this::create);
        routes.put("/users/{user_id}/stay", this::change);
        routes.delete("/users/{user_id}/stay", this::makePermanent);
    }

    private void create(Call call) {
        JsonObject body = call.body("count", "prefix", "guests", "role", "until");
        CreateGuests.Command command = CreateGuests.Command.of(WorkspaceRoutes.id(call), party(body))
                .withRole(body.optional("role", RoleName::reference))
                .withUntil(body.optional("until", Fields::instant));
        List<CreatedJson> created = createGuests.handle(call.caller(), command).stream()
                .map(CreatedJson::of)
                .toList();
        call.answer(201, CREATED, new Listing<>(created, null));
    }

    private static CreateGuests.Party party(JsonObject body) {
        Integer count = body.optionalInteger("count");
        String prefix = body.optional("prefix");
        List<CreateGuests.Guest> guests = body.optionalObjects("guests", Set.of("username", "email")).stream()
                .map(GuestRoutes::guest)
                .toList();
        if (count == null && prefix != null) {
            throw RefusedException.invalid("prefix", "`prefix` names guests by number, send `count` with it");
        }
        if (count == null) {
            return new CreateGuests.Named(guests);
        }
        if (!guests.isEmpty()) {
            throw RefusedException.invalid("count", "`count` and `guests` exclude each other, send one of them");
        }
        return new CreateGuests.Numbered(Objects.requireNonNullElse(prefix, CreateGuests.Numbered.USUAL_PREFIX), count);
    }

    private static CreateGuests.Guest guest(JsonObject one) {
        Username username = one.require("username", Username::new);
        return new CreateGuests.Guest(username, one.optional("email", EmailAddress::new), Profile.named(username));
    }

    private void change(Call call) {
        Instant until = call.body("until").requireNullable("until", Fields::instant);
        call.answer(UserJson.SHAPE, UserJson.of(changeStay.until(call.caller(), UserRoutes.id(call), until)));
    }

    private void makePermanent(Call call) {
        changeStay.makePermanent(call.caller(), UserRoutes.id(call));
        call.noContent();
    }
}
