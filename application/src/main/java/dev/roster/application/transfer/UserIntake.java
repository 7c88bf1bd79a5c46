package dev.roster.application.transfer;

import dev.roster.application.Now;
import dev.roster.application.port.Avatars;
import dev.roster.application.port.Passwords.Kept;
import dev.roster.application.port.Pictures;
import dev.roster.application.port.Users;
import dev.roster.application.port.WholeStore;
import dev.roster.domain.RefusedException;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes in users as an export has them. */
final class UserIntake {
    private final KnownPlaces known;
    private final Logins logins;
    private final Users users;
    private final WholeStore store;
    private final Avatars avatars;
    private final Pictures pictures;
    private final ForeignHashes hashes;
    private final Now now;
    private final Map<UserId, Long> lines = new HashMap<>();

    @Inject
    UserIntake(
            KnownPlaces known,
            Logins logins,
            Users users,
            WholeStore store,
            Avatars avatars,
            Pictures pictures,
            ForeignHashes hashes,
            Now now) {
        this.known = known;
        this.logins = logins;
        this.users = users;
        this.store = store;
        this.avatars = avatars;
        this.pictures = pictures;
        this.hashes = hashes;
        this.now = now;
    }

    void take(List<Line> chunk, Tally tally) {
        KnownUsers here = KnownUsers.of(users.findAll(mentioned(chunk)));
        Set<NameKey> taken = store.takenLogins(wanted(chunk));
        List<Line> good = new ArrayList<>();
        List<User> fresh = new ArrayList<>();
        Map<UserId, Kept> passwords = new LinkedHashMap<>();
        Map<UserId, Avatar> portraits = new LinkedHashMap<>();
        for (Line line : chunk) {
            tally.step(line, one -> {
                Entry.OfUser entry = entry(one);
                UserId id = entry.user().id();
                if (here.byId().containsKey(id) || lines.putIfAbsent(id, one.number()) != null) {
                    tally.skip(one, "there already");
                    return;
                }
                fresh.add(checked(one, here, taken));
                good.add(one);
                if (entry.password() != null) {
                    entry.user().mustBePerson("password_hash", "password");
                    passwords.put(id, hashes.acceptable(entry.password()));
                }
                if (entry.avatar() != null) {
                    // Slow, and yet in the transaction: what is in the file counts as a whole.
                    portraits.put(id, pictures.toAvatar(entry.avatar().png()));
                }
            });
        }
        tally.count(good, store.addUsers(fresh), "there already");
        store.addPasswords(passwords, now.get());
        portraits.forEach(avatars::set);
    }

    /** Whether that user is new with this file. */
    boolean cameIn(UserId id) {
        return lines.containsKey(id);
    }

    private static Entry.OfUser entry(Line line) {
        return (Entry.OfUser) Objects.requireNonNull(line.entry());
    }

    private static Set<UserId> mentioned(List<Line> chunk) {
        return chunk.stream()
                .map(line -> entry(line).user())
                .flatMap(user -> Stream.of(user.id(), user.maker()).filter(Objects::nonNull))
                .collect(Collectors.toSet());
    }

    private static Set<NameKey> wanted(List<Line> chunk) {
        return chunk.stream().flatMap(line -> Logins.of(entry(line).user())).collect(Collectors.toSet());
    }

    private User checked(Line line, KnownUsers here, Set<NameKey> taken) {
        User user = entry(line).user();
        checkMaker(user, here);
        user.withEmail(user.email());
        logins.mustBeFree(user, line, taken);
        return user.withRole(known.role(user.role()));
    }

    private void checkMaker(User user, KnownUsers here) {
        UserId maker = user.maker();
        if (maker == null) {
            return;
        }
        if (!user.isService()) {
            throw RefusedException.invalid("maker_id", "only service accounts have a maker_id");
        }
        if (!lines.containsKey(maker) || maker.equals(user.id())) {
            here.get("maker_id", maker);
        }
    }
}
