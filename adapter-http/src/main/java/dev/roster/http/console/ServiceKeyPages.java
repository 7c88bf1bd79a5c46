package dev.roster.http.console;

import dev.roster.application.Now;
import dev.roster.application.credential.AskKeys;
import dev.roster.application.credential.CreateApiKey;
import dev.roster.application.credential.KeyIssuer;
import dev.roster.application.credential.ListApiKeys;
import dev.roster.application.credential.RefreshApiKey;
import dev.roster.application.credential.RevokeApiKey;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.ApiKeys;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.KeyStepView;
import dev.roster.http.console.view.OptionView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of a service account: another one, one in place of another, and an end to one. */
final class ServiceKeyPages implements ConsolePages {
    private static final String ACCOUNT = ServiceAccountPages.PATH + "/{who}";
    private static final String KEY = ACCOUNT + "/keys/{key}";
    private static final List<OptionView> GRACES = List.of(
            OptionView.worded("0", "service.grace.none"),
            OptionView.worded("3600", "service.grace.hour"),
            OptionView.worded("86400", "service.grace.day"));

    private final ListApiKeys listApiKeys;
    private final AskKeys askKeys;
    private final CreateApiKey createKey;
    private final RefreshApiKey refreshKey;
    private final RevokeApiKey revokeKey;
    private final Screens screens;
    private final KeyRows keyRows;
    private final Now now;

    @Inject
    ServiceKeyPages(
            ListApiKeys listApiKeys,
            AskKeys askKeys,
            CreateApiKey createKey,
            RefreshApiKey refreshKey,
            RevokeApiKey revokeKey,
            Screens screens,
            KeyRows keyRows,
            Now now) {
        this.listApiKeys = listApiKeys;
        this.askKeys = askKeys;
        this.createKey = createKey;
        this.refreshKey = refreshKey;
        this.revokeKey = revokeKey;
        this.screens = screens;
        this.keyRows = keyRows;
        this.now = now;
    }

    @Override
    public void register(Routes routes) {
        routes.get(ACCOUNT + "/new-key", this::askNew).producing(MediaTypes.HTML);
        routes.post(ACCOUNT + "/new-key", this::create).producing(MediaTypes.HTML);
        routes.get(KEY + "/refresh", this::askRefresh).producing(MediaTypes.HTML);
        routes.post(KEY + "/refresh", this::refresh).producing(MediaTypes.HTML);
        routes.get(KEY + "/revoke", this::askRevoke).producing(MediaTypes.HTML);
        routes.post(KEY + "/revoke", this::revoke).producing(MediaTypes.HTML);
    }

    private List<ApiKeys.Owned> keys(Call call) {
        UserId account = call.path("who", UserId::parse);
        List<ApiKeys.Owned> keys = listApiKeys
                .handle(call.caller(), ListApiKeys.Query.all().withUser(account), PageRequest.first(PageRequest.MOST))
                .items();
        if (keys.isEmpty() || !keys.get(0).user().isService()) {
            throw RefusedException.notFound("service account", account);
        }
        return keys;
    }

    private ApiKeys.Owned key(Call call) {
        ApiKeyId id = call.path("key", ApiKeyId::parse);
        return keys(call).stream()
                .filter(owned -> owned.key().id().equals(id))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound("key", id));
    }

    private AskKeys.Answer may(Call call, User account) {
        return askKeys.handle(call.caller(), Set.of(account))
                .getOrDefault(account.id(), new AskKeys.Answer(false, false));
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw RefusedException.forbidden("you may not do this");
        }
    }

    private User makeable(Call call) {
        User account = keys(call).get(0).user();
        require(may(call, account).make());
        return account;
    }

    private void askNew(Call call) {
        User account = makeable(call);
        screens.show(call, another(call, account, FormView.of(Map.of("expires_at", KeyEnds.USUAL))));
    }

    private static KeyStepView another(Call call, User account, FormView form) {
        return new KeyStepView(
                "service.another.",
                PeopleRows.shown(call, account, false),
                null,
                form,
                true,
                List.of(),
                KeyEnds.OPTIONS,
                false,
                ServiceAccountPages.PATH);
    }

    private void create(Call call) {
        User account = makeable(call);
        TypedForm form = TypedForm.of(call);
        Field<KeyIssuer.Wish> wish = KeyEnds.wish(form, now.get());
        if (form.isRight()) {
            try {
                KeyIssuer.Issued issued =
                        createKey.handle(call.caller(), new CreateApiKey.Command(account.id(), wish.get()));
                screens.show(call, ServiceAccountPages.handOver(issued));
                return;
            } catch (RefusedException refusal) {
                Refusals.note(form, refusal, Set.of("name", "expires_at"));
            }
        }
        screens.again(call, TypedForm.of(call), another(call, account, form.view()));
    }

    private void askRefresh(Call call) {
        ApiKeys.Owned owned = key(call);
        require(may(call, owned.user()).make());
        screens.show(call, refreshed(call, owned, FormView.EMPTY));
    }

    private KeyStepView refreshed(Call call, ApiKeys.Owned owned, FormView form) {
        return new KeyStepView(
                "service.refresh.",
                PeopleRows.shown(call, owned.user(), false),
                keyRows.of(owned.key()),
                form,
                false,
                GRACES,
                List.of(),
                false,
                ServiceAccountPages.PATH);
    }

    /** The new key ends when the old one would have. */
    private void refresh(Call call) {
        ApiKeys.Owned owned = key(call);
        TypedForm form = TypedForm.of(call);
        Field<Duration> grace = form.value("grace", ServiceKeyPages::grace);
        if (form.isRight()) {
            try {
                Instant end = owned.key().expiresAt();
                screens.show(
                        call,
                        ServiceAccountPages.handOver(refreshKey.handle(
                                call.caller(),
                                new RefreshApiKey.Command(owned.key().id(), end, grace.get()))));
                return;
            } catch (RefusedException refusal) {
                Refusals.note(form, refusal, Set.of());
            }
        }
        screens.again(call, TypedForm.of(call), refreshed(call, owned, form.view()));
    }

    private static Duration grace(String word) {
        return GRACES.stream()
                .filter(option -> option.value().equals(word))
                .findFirst()
                .map(option -> Duration.ofSeconds(Long.parseLong(option.value())))
                .orElseThrow(() -> RefusedException.invalid("grace", "choose how long the old key keeps working"));
    }

    private void askRevoke(Call call) {
        ApiKeys.Owned owned = key(call);
        require(may(call, owned.user()).end());
        screens.show(call, revoked(call, owned, null));
    }

    private KeyStepView revoked(Call call, ApiKeys.Owned owned, @Nullable String alert) {
        return new KeyStepView(
                "service.revoke.",
                PeopleRows.shown(call, owned.user(), false),
                keyRows.of(owned.key()),
                new FormView(Map.of(), Map.of(), Map.of(), alert),
                false,
                List.of(),
                List.of(),
                false,
                ServiceAccountPages.PATH);
    }

    private void revoke(Call call) {
        ApiKeys.Owned owned = key(call);
        try {
            revokeKey.handle(call.caller(), owned.key().id());
        } catch (RefusedException refusal) {
            if (!Refusals.isForTheForm(refusal)) {
                throw refusal;
            }
            screens.again(call, TypedForm.of(call), revoked(call, owned, TypedForm.sentence(refusal.reason())));
            return;
        }
        screens.moveOn(call, ServiceAccountPages.PATH, "service.revoked");
    }
}
