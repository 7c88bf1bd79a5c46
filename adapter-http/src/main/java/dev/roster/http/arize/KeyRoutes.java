package dev.roster.http.arize;

import dev.roster.application.access.Caller;
import dev.roster.application.credential.CreateApiKey;
import dev.roster.application.credential.KeyIssuer;
import dev.roster.application.credential.ListApiKeys;
import dev.roster.application.credential.RefreshApiKey;
import dev.roster.application.credential.RevokeApiKey;
import dev.roster.application.user.FindPerson;
import dev.roster.application.workspace.FindWorkspace;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.ApiKeyStatus;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.TextRule;
import dev.roster.http.dialect.Times;
import dev.roster.http.dialect.Words;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** API keys of people, and service keys, each with an account of its own (contract §8). */
final class KeyRoutes implements RouteGroup {
    private static final Words<UserKind> KINDS =
            Words.loosely(List.of(UserKind.PERSON, UserKind.SERVICE), ShownKey::word);
    private static final Words<String> STATUSES =
            Words.loosely(List.of("ACTIVE", "REVOKED", "DELETED"), status -> status);
    private static final int LONGEST_GRACE = (int) RefreshApiKey.Command.LONGEST_GRACE.toSeconds();

    private final ListApiKeys listApiKeys;
    private final CreateApiKey createApiKey;
    private final RevokeApiKey revokeApiKey;
    private final RefreshApiKey refreshApiKey;
    private final ServiceKeys serviceKeys;
    private final FindWorkspace findWorkspace;
    private final FindPerson findPerson;

    @Inject
    KeyRoutes(
            ListApiKeys listApiKeys,
            CreateApiKey createApiKey,
            RevokeApiKey revokeApiKey,
            RefreshApiKey refreshApiKey,
            ServiceKeys serviceKeys,
            FindWorkspace findWorkspace,
            FindPerson findPerson) {
        this.listApiKeys = listApiKeys;
        this.createApiKey = createApiKey;
        this.revokeApiKey = revokeApiKey;
        this.refreshApiKey = refreshApiKey;
        this.serviceKeys = serviceKeys;
        this.findWorkspace = findWorkspace;
        this.findPerson = findPerson;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/v2/api-keys", this::list).taking("key_type", "status", "space_id", "user_id", "limit", "cursor");
        routes.post("/v2/api-keys", this::create);
        routes.put("/v2/api-keys/{key_id}/revoke", this::revoke);
        routes.post("/v2/api-keys/{key_id}/refresh", this::refresh);
        routes.delete("/v2/api-keys/{key_id}", this::revoke);
    }

    private void list(Call call) {
        Inputs inputs = Inputs.of(call);
        UserKind kind = inputs.queryWord("key_type", KINDS);
        String status = inputs.queryWord("status", STATUSES);
        Field<WorkspaceId> space = inputs.query("space_id", ArizeIds.SPACE);
        Field<UserId> user = inputs.query("user_id", ArizeIds.USER);
        inputs.check();
        look(call.caller(), kind, space.orNull(), user.orNull());
        ListApiKeys.Query query = ListApiKeys.Query.all()
                .withStatus(status == null || status.equals("ACTIVE") ? ApiKeyStatus.ACTIVE : ApiKeyStatus.REVOKED);
        Envelope.answer(
                call,
                "api_keys",
                listApiKeys.handle(
                        call.caller(),
                        which(call.caller(), query, kind, space.orNull(), user.orNull()),
                        Envelope.page(call)),
                owned -> ShownKey.listed(owned.key(), owned.user(), call));
    }

    /** Who may not see a place or a person is not told whether there are keys. */
    private void look(Caller caller, @Nullable UserKind kind, @Nullable WorkspaceId space, @Nullable UserId user) {
        if (space != null) {
            if (kind == UserKind.PERSON) {
                throw ArizeProblem.of(400, "keys of people are in no space; omit `space_id`");
            }
            Seen.orMissing("space", () -> findWorkspace.handle(caller, space));
        }
        if (user != null && !caller.is(user)) {
            Seen.orMissing("user", () -> findPerson.handle(caller, user));
        }
    }

    /** Service keys of a space by any creator or by one; else keys of people, the caller's own where nobody is named. */
    private static ListApiKeys.Query which(
            Caller caller,
            ListApiKeys.Query query,
            @Nullable UserKind kind,
            @Nullable WorkspaceId space,
            @Nullable UserId user) {
        if (space != null) {
            return query.withWorkspace(space)
                    .withKind(kind == null ? UserKind.SERVICE : kind)
                    .withCreator(user);
        }
        UserId whose = user == null && caller.user() != null ? caller.user().id() : user;
        return kind == UserKind.SERVICE
                ? query.withKind(kind).withCreator(whose)
                : query.withKind(UserKind.PERSON).withUser(whose);
    }

    private void create(Call call) {
        Inputs inputs = Inputs.withStrictBody(call);
        UserKind kind = inputs.optionalWord("key_type", KINDS).or(UserKind.PERSON);
        Field<String> name = inputs.text("name", ShownKey.NAME, String::strip);
        Field<String> description = inputs.optionalText("description", Names.DESCRIPTION, String::strip);
        Field<Instant> end = inputs.optionalText("expires_at", TextRule.FILLED, Times::read);
        Optional<ServiceKeys.Wanted> service =
                kind == UserKind.SERVICE ? Optional.of(serviceKeys.read(inputs)) : Optional.empty();
        inputs.check();
        KeyIssuer.Wish wish = KeyIssuer.Wish.named(name.get())
                .withDescription(description.or(""))
                .withExpiresAt(end.orNull());
        Map<String, Object> shown = service.map(wanted -> serviceKeys.create(call, wanted, wish))
                .orElseGet(() ->
                        ShownKey.issued(createApiKey.handle(call.caller(), CreateApiKey.Command.own(wish)), call));
        Envelope.answer(call, 201, shown);
    }

    private void revoke(Call call) {
        ApiKeyId id = id(call);
        Seen.orMissing("API key", () -> {
            revokeApiKey.handle(call.caller(), id);
            return id;
        });
        call.noContent();
    }

    private static ApiKeyId id(Call call) {
        Inputs inputs = Inputs.of(call);
        Field<ApiKeyId> id = inputs.path("key_id", ArizeIds.KEY);
        inputs.check();
        return id.get();
    }

    private void refresh(Call call) {
        Inputs inputs = Inputs.withStrictBody(call);
        Field<Instant> end = inputs.optionalText("expires_at", TextRule.FILLED, Times::read);
        Field<Integer> grace = inputs.optionalNumber("grace_period_seconds", 0, LONGEST_GRACE);
        Field<ApiKeyId> id = inputs.path("key_id", ArizeIds.KEY);
        inputs.check();
        RefreshApiKey.Command command =
                new RefreshApiKey.Command(id.get(), end.orNull(), Duration.ofSeconds(grace.or(0)));
        KeyIssuer.Issued issued = Seen.orMissing("API key", () -> refresh(call, command));
        Envelope.answer(call, 200, ShownKey.issued(issued, call));
    }

    /** What is wrong with a wish in view of the key that there is, is 422 on the wire. */
    private KeyIssuer.Issued refresh(Call call, RefreshApiKey.Command command) {
        try {
            return refreshApiKey.handle(call.caller(), command);
        } catch (RefusedException refusal) {
            boolean impossible = refusal.kind() == Kind.CONFLICT || refusal.kind() == Kind.INVALID;
            throw impossible ? ArizeProblem.of(422, refusal.reason()) : refusal;
        }
    }
}
