package dev.roster.application.user;

import dev.roster.application.access.Caller;
import dev.roster.application.access.PresentActors;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.UserFilter;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Holding;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Shows what ends with an account, to callers who may delete it; refuses what deleting it would refuse. */
public final class PreviewUserDeletion {
    /** How many service accounts are named. */
    public static final int NAMED = 20;

    /** A role that ends, and where; a place whose name the caller may not read comes with its id instead. */
    public record Held(Target place, String role) {}

    /**
     * What ends.
     *
     * @param sessions how many are open
     * @param keys how many API keys of the account work
     * @param keysMadeForOthers how many that it made for other accounts work, which end too
     * @param memberships organizations and workspaces
     * @param grants on workspaces and datasets
     * @param assignments to how many datasets the user is assigned
     * @param services service accounts that the user created, which lose all their rights; at most {@value #NAMED}
     * @param serviceCount how many of those there are
     */
    public record Ends(
            User user,
            int sessions,
            int keys,
            int keysMadeForOthers,
            List<Held> memberships,
            List<Held> grants,
            int assignments,
            List<User> services,
            long serviceCount) {
        public Ends {
            memberships = List.copyOf(memberships);
            grants = List.copyOf(grants);
            services = List.copyOf(services);
        }
    }

    private static final Set<Holding.Source> MEMBERSHIPS = Set.of(Holding.Source.INHERITED, Holding.Source.MEMBERSHIP);

    private final UnitOfWork work;
    private final Users users;
    private final LastOwner lastOwner;
    private final PresentActors actors;
    private final Sessions sessions;
    private final ApiKeys keys;

    @Inject
    PreviewUserDeletion(
            UnitOfWork work, Users users, LastOwner lastOwner, PresentActors actors, Sessions sessions, ApiKeys keys) {
        this.work = work;
        this.users = users;
        this.lastOwner = lastOwner;
        this.actors = actors;
        this.sessions = sessions;
        this.keys = keys;
    }

    /**
     * @throws RefusedException NOT_FOUND naming {@code user}; FORBIDDEN for who may not delete it; CONFLICT naming {@code role}
     *     for the last owner
     */
    public Ends handle(Caller caller, UserId id) {
        return work.reading(() -> {
            User user = users.get(id);
            work.guard().requireToTakeOver(caller, RosterPermission.USER_DELETE, user);
            lastOwner.mustNotSeemToBe(user);
            Actor holder = actors.findWhole(id).orElseThrow(() -> RefusedException.notFound("user", id));
            Actor reader = work.guard().wholeActor(caller);
            ApiKeys.Usable usable = keys.countUsable(id, work.now());
            UserFilter made = UserFilter.all().withMaker(id);
            return new Ends(
                    user,
                    sessions.of(id).size(),
                    usable.own(),
                    usable.madeForOthers(),
                    held(holder, reader, MEMBERSHIPS),
                    held(holder, reader, Set.of(Holding.Source.GRANT)),
                    holder.assigned().size(),
                    users.list(made, PageRequest.first(NAMED)).items(),
                    users.count(made));
        });
    }

    private static List<Held> held(Actor holder, Actor reader, Set<Holding.Source> sources) {
        return holder.holdings().stream()
                .filter(holding -> sources.contains(holding.source()))
                .map(holding -> new Held(
                        AccessPolicy.asKnownTo(reader, holding.place()),
                        holding.role().name().value()))
                .toList();
    }
}
