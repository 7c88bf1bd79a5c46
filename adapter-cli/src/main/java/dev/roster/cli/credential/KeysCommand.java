package dev.roster.cli.credential;

import dev.roster.application.credential.CreateApiKey;
import dev.roster.application.credential.KeyIssuer;
import dev.roster.application.credential.ListApiKeys;
import dev.roster.application.credential.RefreshApiKey;
import dev.roster.application.credential.RevokeApiKey;
import dev.roster.cli.terminal.End;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.domain.credential.ApiKeyForm;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.ApiKeyStatus;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "keys",
        header = "Create, list, replace and revoke API keys of people and service accounts.",
        description = "A key acts as its user until it is revoked or expires. It is printed only once, when it is "
                + "created: the last line is the key alone.",
        footer = {
            "",
            "Examples:",
            "  roster keys create ada notebook --expires 90d",
            "  roster keys create ada notebook -q | tail -n 1 > key.txt",
            "  roster keys list --user ada --status active",
            "  roster keys refresh 0199c2f0-7a1b-7c3d-8e4f-5a6b7c8d9e0f --grace 12h"
        })
public final class KeysCommand {
    /** What {@code --columns} takes. */
    public static final List<String> COLUMNS = KeyLayouts.KEY.names();

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final InstantSource clock;
    private final Provider<ListApiKeys> listKeys;
    private final Provider<CreateApiKey> createKey;
    private final Provider<RevokeApiKey> revokeKey;
    private final Provider<RefreshApiKey> refreshKey;

    @Inject
    KeysCommand(
            Operator operator,
            Names names,
            Output output,
            InstantSource clock,
            Provider<ListApiKeys> listKeys,
            Provider<CreateApiKey> createKey,
            Provider<RevokeApiKey> revokeKey,
            Provider<RefreshApiKey> refreshKey) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.clock = clock;
        this.listKeys = listKeys;
        this.createKey = createKey;
        this.revokeKey = revokeKey;
        this.refreshKey = refreshKey;
    }

    /** Which keys. */
    static final class Conditions {
        @Option(
                names = "--user",
                paramLabel = "USER",
                description = "Only keys of USER: username, e-mail address or id.")
        private @Nullable String user;

        @Option(
                names = "--kind",
                paramLabel = "KIND",
                description = "Only keys of people or of service accounts: person or service.")
        private @Nullable UserKind kind;

        @Option(
                names = "--creator",
                paramLabel = "USER",
                description = "Only keys that USER created, for themselves or others.")
        private @Nullable String creator;

        @Option(
                names = "--workspace",
                paramLabel = "WORKSPACE",
                description = "Only keys of the service accounts in WORKSPACE, by name or id.")
        private @Nullable String workspace;

        @Option(
                names = "--form",
                paramLabel = "FORM",
                description = "Only keys of this form: random, or signed, as personal access tokens are.")
        private @Nullable ApiKeyForm form;

        @Option(
                names = "--status",
                paramLabel = "STATUS",
                description = "Only keys with this status: active, expired or revoked.")
        private @Nullable ApiKeyStatus status;

        ListApiKeys.Query query(Names names) {
            return ListApiKeys.Query.all()
                    .withUser(user == null ? null : names.user(user).id())
                    .withKind(kind)
                    .withCreator(creator == null ? null : names.user(creator).id())
                    .withWorkspace(
                            workspace == null
                                    ? null
                                    : names.workspace(workspace).id())
                    .withForm(form)
                    .withStatus(status);
        }
    }

    @Command(header = "List keys, without their secrets, in order of creation.")
    void list(@Mixin Conditions conditions, @Mixin PageOptions pages) {
        ListApiKeys.Query query = conditions.query(names);
        Instant now = clock.instant();
        output.list(
                KeyLayouts.KEY,
                pages,
                page -> listKeys.get()
                        .handle(operator.caller(), query, page)
                        .map(owned -> KeyLayouts.Dated.of(owned, now)));
    }

    @Command(header = "Create a key for a user, and print it once.")
    void create(
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @Parameters(paramLabel = "NAME", description = "The name of the key: 1 to 256 characters.") String name,
            @Option(
                            names = "--description",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            description = "At most 1,000 characters; default: none.")
                    String description,
            @Option(names = "--expires", paramLabel = "TIME", description = End.HELP + "; default: never.") @Nullable
                    End end) {
        UserId owner = names.user(user).id();
        KeyIssuer.Wish wish =
                KeyIssuer.Wish.named(name).withDescription(description).withExpiresAt(End.orNever(end));
        KeyIssuer.Issued issued = createKey.get().handle(operator.caller(), new CreateApiKey.Command(owner, wish));
        output.say(
                "created key `" + issued.key().name() + "` of `" + issued.user().username() + "`");
        print(issued);
    }

    @Command(header = "Revoke a key: it stops working at once.")
    void revoke(@Parameters(paramLabel = "KEY", description = "The key's id.") ApiKeyId key) {
        revokeKey.get().handle(operator.caller(), key);
        output.say("revoked key `" + key + "`");
    }

    @Command(
            header = "Replace a key with a new one, and print it once.",
            description = "User, name and description stay. For a key that expires, give --expires, not later than its "
                    + "expiry.")
    void refresh(
            @Parameters(paramLabel = "KEY", description = "The key's id.") ApiKeyId key,
            @Option(names = "--expires", paramLabel = "TIME", description = End.HELP + "; default: never.") @Nullable
                    End end,
            @Option(
                            names = "--grace",
                            paramLabel = "LENGTH",
                            defaultValue = "0",
                            description =
                                    "How long the old key still works, such as 30m or 12h, at most one day; default: not at all.")
                    Duration grace) {
        RefreshApiKey.Command command = new RefreshApiKey.Command(key, End.orNever(end), grace);
        KeyIssuer.Issued issued = refreshKey.get().handle(operator.caller(), command);
        output.say("replaced key `" + issued.key().name() + "` of `"
                + issued.user().username() + "`");
        print(issued);
    }

    private void print(KeyIssuer.Issued issued) {
        output.showWithSecret(
                KeyLayouts.KEY.on(KeyLayouts::asMade),
                KeyLayouts.ISSUED,
                issued,
                issued.secret().reveal());
    }
}
