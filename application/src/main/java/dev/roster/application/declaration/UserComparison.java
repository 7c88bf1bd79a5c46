package dev.roster.application.declaration;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.credential.ChosenPassword;
import dev.roster.application.port.ContextWords;
import dev.roster.application.user.CreateUser;
import dev.roster.application.user.UpdateUser;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.credential.Password;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Compares the users that are declared with those that there are. */
final class UserComparison {
    /** What a new user's password was hashed to; null for a user without one. */
    interface Hashes {
        /** For steps that are undone, which need none. */
        Hashes NONE = user -> null;

        @Nullable
        String of(DeclaredUser user);
    }

    /** What is known when users are compared: who is there, which roles there will be, and hashes of passwords. */
    record Before(Map<NameKey, User> people, Map<NameKey, RoleName> roles, Hashes hashes) {}

    private final UnitOfWork work;
    private final ChosenPassword chosenPassword;
    private final CreateUser createUser;
    private final UpdateUser updateUser;

    @Inject
    UserComparison(UnitOfWork work, ChosenPassword chosenPassword, CreateUser createUser, UpdateUser updateUser) {
        this.work = work;
        this.chosenPassword = chosenPassword;
        this.createUser = createUser;
        this.updateUser = updateUser;
    }

    /**
     * Hashes of the passwords of those who are not there yet: slow, and so not for a transaction. For a user who is gone since,
     * they throw CHANGED: without a password the account would not be what was declared.
     */
    Hashes hashes(List<DeclaredUser> declared, Map<NameKey, User> there) {
        Map<NameKey, String> hashes = new HashMap<>();
        withNewPassword(
                declared,
                there,
                (wanted, password) ->
                        hashes.put(wanted.username().key(), chosenPassword.hash(password, wordsOf(wanted))));
        return user ->
                user.password() == null ? null : made(hashes.get(user.username().key()));
    }

    /** Why passwords of those who are not there yet would be refused; slow, and so not for a transaction. */
    List<Fault> refusedPasswords(List<DeclaredUser> declared, Map<NameKey, User> there) {
        List<Fault> faults = new ArrayList<>();
        withNewPassword(declared, there, (wanted, password) -> {
            try {
                chosenPassword.check(password, wordsOf(wanted));
            } catch (RefusedException refused) {
                faults.add(Fault.of(path(wanted), refused));
            }
        });
        return faults;
    }

    private static void withNewPassword(
            List<DeclaredUser> declared, Map<NameKey, User> there, BiConsumer<DeclaredUser, Password> work) {
        declared.stream()
                .filter(wanted -> !there.containsKey(wanted.username().key()))
                .forEach(wanted -> {
                    if (wanted.password() != null) {
                        work.accept(wanted, wanted.password());
                    }
                });
    }

    private static ContextWords wordsOf(DeclaredUser wanted) {
        return ContextWords.of(wanted.username(), wanted.email());
    }

    private static List<String> path(DeclaredUser wanted) {
        return List.of("users", wanted.username().value());
    }

    private static String made(@Nullable String hash) {
        if (hash == null) {
            throw RefusedException.changed(ApplyDeclaration.CHANGED);
        }
        return hash;
    }

    /** Returns who there will be, by username and e-mail address. */
    Map<NameKey, User> compare(Caller caller, List<DeclaredUser> declared, Before before, Draft draft) {
        Map<NameKey, User> people = new HashMap<>(before.people());
        for (DeclaredUser wanted : declared) {
            List<String> path = path(wanted);
            if (draft.isFirst(Step.Kind.USER, wanted.username().key(), path)
                    && hasSoundRole(wanted, before, path, draft)) {
                Optional<User> there =
                        Optional.ofNullable(people.get(wanted.username().key()));
                there.ifPresentOrElse(
                        user -> change(caller, wanted, user, before, draft),
                        () -> add(caller, wanted, people, before, draft));
            }
        }
        return people;
    }

    private static boolean hasSoundRole(DeclaredUser wanted, Before before, List<String> path, Draft draft) {
        RoleName role = wanted.role();
        if (role != null && !before.roles().containsKey(role.key())) {
            draft.unknownRole(path, role);
            return false;
        }
        return true;
    }

    private void add(Caller caller, DeclaredUser wanted, Map<NameKey, User> people, Before before, Draft draft) {
        if (hasFreeAddress(wanted, people, draft)) {
            add(caller, wanted, people, before, draft, new UserId(work.nextId()));
        }
    }

    private static boolean hasFreeAddress(DeclaredUser wanted, Map<NameKey, User> people, Draft draft) {
        EmailAddress email = wanted.email();
        User other = email == null ? null : people.get(email.key());
        if (email != null && other != null) {
            draft.fault(
                    path(wanted),
                    UserText.quote(email.value()) + " is the address of user "
                            + UserText.quote(other.username().value()) + " already");
        }
        return other == null;
    }

    /** @param id chosen before, so that who becomes a member of something can be told */
    private void add(
            Caller caller, DeclaredUser wanted, Map<NameKey, User> people, Before before, Draft draft, UserId id) {
        String role = Optional.ofNullable(roleOf(wanted, before)).orElse(PredefinedRole.ANNOTATOR.word());
        CreateUser.Command command = CreateUser.Command.named(wanted.username())
                .withId(id)
                .withEmail(wanted.email())
                .withRole(role)
                .withToken(wanted.token());
        Step step = Step.of(Step.Action.ADD, Step.Kind.USER, wanted.username(), null)
                .with("email", null, wanted.email())
                .with("role", null, role);
        draft.add(
                path(wanted),
                step,
                () -> createUser.withHash(caller, command, before.hashes().of(wanted)));
        User coming = User.person(id, wanted.username(), work.now()).withEmail(wanted.email());
        wanted.logins().forEach(login -> people.put(login, coming));
    }

    private void change(Caller caller, DeclaredUser wanted, User there, Before before, Draft draft) {
        String role = roleOf(wanted, before);
        if (role != null) {
            Step step = Step.of(Step.Action.CHANGE, Step.Kind.USER, there.username(), null)
                    .with("role", there.role().name(), role);
            UpdateUser.Command command = UpdateUser.Command.of(there.id()).withRole(Change.to(role));
            draft.change(path(wanted), step, () -> updateUser.handle(caller, command));
        }
    }

    /** As it is spelled where it is defined. */
    private static @Nullable String roleOf(DeclaredUser wanted, Before before) {
        RoleName role = wanted.role();
        RoleName found = role == null ? null : before.roles().get(role.key());
        return found == null ? null : found.value();
    }
}
