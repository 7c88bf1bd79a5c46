package dev.roster.http.console;

import dev.roster.application.Now;
import dev.roster.application.credential.AskKeys;
import dev.roster.application.credential.CreateApiKey;
import dev.roster.application.credential.KeyIssuer;
import dev.roster.application.credential.ListApiKeys;
import dev.roster.application.credential.RevokeApiKey;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.user.ShowMe;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.Password;
import dev.roster.domain.user.User;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.HandOverView;
import dev.roster.http.console.view.KeyStepView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One's own API keys: another one, which is shown once, and an end to one. */
final class AccountKeyPages implements ConsolePages {
    private static final String NEW = AccountPages.PATH + "/new-key";
    private static final String REVOKE = AccountPages.PATH + "/keys/{key}/revoke";
    private static final Set<String> FIELDS = Set.of("name", "expires_at", "password");

    private final ShowMe showMe;
    private final AskKeys askKeys;
    private final ListApiKeys listApiKeys;
    private final CreateApiKey createKey;
    private final RevokeApiKey revokeKey;
    private final Screens screens;
    private final KeyRows keyRows;
    private final Now now;

    @Inject
    AccountKeyPages(
            ShowMe showMe,
            AskKeys askKeys,
            ListApiKeys listApiKeys,
            CreateApiKey createKey,
            RevokeApiKey revokeKey,
            Screens screens,
            KeyRows keyRows,
            Now now) {
        this.showMe = showMe;
        this.askKeys = askKeys;
        this.listApiKeys = listApiKeys;
        this.createKey = createKey;
        this.revokeKey = revokeKey;
        this.screens = screens;
        this.keyRows = keyRows;
        this.now = now;
    }

    /** The pages of a key. */
    static String path(ApiKey key) {
        return AccountPages.PATH + "/keys/" + key.id();
    }

    @Override
    public void register(Routes routes) {
        routes.get(NEW, this::ask).producing(MediaTypes.HTML);
        routes.post(NEW, this::create).producing(MediaTypes.HTML);
        routes.get(REVOKE, call -> screens.show(call, ending(call, key(call), null)))
                .producing(MediaTypes.HTML);
        routes.post(REVOKE, this::revoke).producing(MediaTypes.HTML);
    }

    private void ask(Call call) {
        askKeys.requireOwn(call.caller());
        screens.show(call, asked(call, FormView.of(Map.of("expires_at", KeyEnds.USUAL))));
    }

    private KeyStepView asked(Call call, FormView form) {
        User user = showMe.handle(call.caller());
        return new KeyStepView(
                "own-key.",
                PeopleRows.shown(call, user, false),
                null,
                form,
                true,
                List.of(),
                KeyEnds.OPTIONS,
                true,
                AccountPages.PAGE);
    }

    private void create(Call call) {
        TypedForm form = TypedForm.of(call);
        Field<KeyIssuer.Wish> wish = KeyEnds.wish(form, now.get());
        Field<Password> password =
                form.raw("password").isEmpty() ? Field.none() : form.secret("password", Password::attempted);
        if (form.isRight()) {
            try {
                screens.show(call, handOver(create(call, wish.get(), password.orNull())));
                return;
            } catch (RefusedException refusal) {
                Refusals.noteOfGuess(form, refusal, FIELDS);
            }
        }
        screens.again(call, form, asked(call, form.view()));
    }

    private KeyIssuer.Issued create(Call call, KeyIssuer.Wish wish, @Nullable Password password) {
        return password == null
                ? createKey.handle(call.caller(), CreateApiKey.Command.own(wish))
                : createKey.own(call.caller(), wish, password);
    }

    private static HandOverView handOver(KeyIssuer.Issued issued) {
        return new HandOverView(
                "own-key.made.",
                issued.key().name(),
                List.of(new HandOverView.Secret(
                        "service.key.secret", issued.secret().reveal())),
                null,
                AccountPages.PAGE);
    }

    /** Those of others are not there. */
    private ApiKey key(Call call) {
        ApiKeyId id = call.path("key", ApiKeyId::parse);
        User user = showMe.handle(call.caller());
        return listApiKeys
                .handle(call.caller(), ListApiKeys.Query.all().withUser(user.id()), PageRequest.first(PageRequest.MOST))
                .items()
                .stream()
                .map(owned -> owned.key())
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound("key", id));
    }

    private KeyStepView ending(Call call, ApiKey key, @Nullable String alert) {
        return new KeyStepView(
                "own-key.revoke.",
                PeopleRows.shown(call, showMe.handle(call.caller()), false),
                keyRows.of(key),
                new FormView(Map.of(), Map.of(), Map.of(), alert),
                false,
                List.of(),
                List.of(),
                false,
                AccountPages.PAGE);
    }

    private void revoke(Call call) {
        revokeKey.handle(call.caller(), key(call).id());
        screens.moveOn(call, AccountPages.PAGE, "service.revoked");
    }
}
