package dev.roster.http.crew;

import dev.roster.application.Change;
import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.Pages;
import dev.roster.application.port.UserFilter;
import dev.roster.application.user.CreateUser;
import dev.roster.application.user.FindUser;
import dev.roster.application.user.ListUsers;
import dev.roster.application.user.UpdateUser;
import dev.roster.application.workspace.ListWorkspaces;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.NearestWords;
import dev.roster.http.dialect.NumberedPage;
import dev.roster.http.dialect.SignedTokens;
import dev.roster.http.dialect.TextRule;
import dev.roster.http.dialect.Times;
import dev.roster.http.dialect.TokenKeys;
import dev.roster.http.dialect.Translated;
import dev.roster.http.dialect.TypedIds;
import dev.roster.http.dialect.WireVersion;
import dev.roster.http.web.Call;
import dev.roster.http.web.Problem;
import dev.roster.http.web.ProblemException;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The five: people listed by cursor, made, changed; rooms listed by number; passes. */
final class CrewRoutes implements RouteGroup {
    private record Person(String id, String name, String rank, String joined) {}

    private record Crew(
            List<Person> crew, boolean hasMore, @Nullable String next) {}

    private record Rooms(
            long count,
            List<String> rooms,
            @Nullable Integer previous,
            @Nullable Integer next) {}

    private record Pass(String pass) {}

    private static final TypedIds<UserId> IDS = TypedIds.typed("Hand", TypedIds.uuids(UserId::new, UserId::value));
    private static final TextRule NAME = new TextRule(2, 20, true);
    private static final Shape<Person> PERSON = Shape.of(Person.class);
    private static final Shape<Crew> CREW = Shape.of(Crew.class);
    private static final Shape<Rooms> ROOMS = Shape.of(Rooms.class);
    private static final Shape<Pass> PASS = Shape.of(Pass.class);

    private final ListUsers listUsers;
    private final FindUser findUser;
    private final CreateUser createUser;
    private final UpdateUser updateUser;
    private final ListWorkspaces listWorkspaces;
    private final NearestWords<Rank> ranks;
    private final SignedTokens passes;
    private final Now now;

    @Inject
    CrewRoutes(
            ListUsers listUsers,
            FindUser findUser,
            CreateUser createUser,
            UpdateUser updateUser,
            ListWorkspaces listWorkspaces,
            NearestWords<Rank> ranks,
            TokenKeys keys,
            Now now) {
        this.listUsers = listUsers;
        this.findUser = findUser;
        this.createUser = createUser;
        this.updateUser = updateUser;
        this.listWorkspaces = listWorkspaces;
        this.ranks = ranks;
        this.passes = new SignedTokens(keys, "crew-pass", now);
        this.now = now;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/people", this::list);
        routes.post("/people", this::create);
        routes.patch("/people/{id}", this::change);
        routes.get("/rooms", this::rooms);
        routes.post("/pass", this::pass);
    }

    private void list(Call call) {
        Page<User> page = listUsers.handle(call.caller(), UserFilter.all(), call.page(2, 3));
        String next = call.next(page);
        call.answer(CREW, new Crew(shown(call, page.items()), next != null, next));
    }

    private List<Person> shown(Call call, List<User> users) {
        Function<RoleId, Rank> shown = ranks.of(
                call.caller(), users.stream().map(user -> user.role().id()).toList());
        return users.stream()
                .map(user -> new Person(
                        IDS.write(user.id()),
                        user.username().value(),
                        word(call, shown.apply(user.role().id())),
                        Times.brief(user.createdAt())))
                .toList();
    }

    /** Old clients know them in lower case. */
    private static String word(Call call, Rank rank) {
        return WireVersion.of(call, "crew-version").isBefore(2, 1) ? rank.name().toLowerCase(Locale.ROOT) : rank.name();
    }

    private void create(Call call) {
        Inputs inputs = Inputs.withStrictBody(call);
        Field<Username> name = inputs.text("name", NAME, Username::new);
        Field<Rank> rank = inputs.optionalWord("rank", Rank.WORDS);
        inputs.check();
        CreateUser.Command command = CreateUser.Command.named(name.get())
                .withRole(rank.or(Rank.SHIP_MATE).meaning().word());
        User created = Translated.on(
                        Kind.CONFLICT,
                        () -> createUser.handle(call.caller(), command),
                        taken -> ProblemException.of(Problem.Kind.INVALID, "already exists"))
                .user();
        call.answer(201, PERSON, shown(call, List.of(created)).get(0));
    }

    private void change(Call call) {
        Caller caller = call.caller();
        Inputs inputs = Inputs.withBodyOrForm(call);
        Field<UserId> id = inputs.path("id", IDS);
        Field<Change<Username>> name = inputs.changedText("name", NAME, Username::new);
        Field<Change<Rank>> rank = inputs.changedWord("rank", Rank.WORDS);
        inputs.check();
        User before = findUser.handle(caller, id.get());
        Change<Rank> other = NearestWords.unlessAsShown(
                rank.get(), ranks.of(caller, before.role().id()));
        User after = updateUser.handle(
                caller,
                UpdateUser.Command.of(before.id())
                        .withUsername(name.get())
                        .withRole(other.map(word -> word.meaning().word())));
        call.answer(PERSON, shown(call, List.of(after)).get(0));
    }

    private void rooms(Call call) {
        Inputs inputs = Inputs.of(call);
        NumberedPage.Asked asked = NumberedPage.Asked.read(inputs, 2, 10);
        inputs.check();
        var page = NumberedPage.of(
                asked,
                Pages.counted(
                        asked.query(), part -> listWorkspaces.handle(call.caller(), ListWorkspaces.Query.all(), part)));
        List<String> names =
                page.items().stream().map(room -> room.name().value()).toList();
        call.answer(ROOMS, new Rooms(page.count(), names, page.previous(), page.next()));
    }

    private void pass(Call call) {
        Instant end = now.get().plus(Duration.ofMinutes(5));
        call.answer(
                201, PASS, new Pass(passes.issue(Map.of("name", call.caller().name()), end)));
    }
}
