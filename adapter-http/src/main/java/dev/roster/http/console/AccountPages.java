package dev.roster.http.console;

import dev.roster.application.Change;
import dev.roster.application.ProfileChange;
import dev.roster.application.user.RemoveAvatar;
import dev.roster.application.user.SetAvatar;
import dev.roster.application.user.ShowMe;
import dev.roster.application.user.UpdateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.UserId;
import dev.roster.http.console.view.ConfirmView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One's own account: the profile and the picture, and from there the ways to all else about it. */
final class AccountPages implements ConsolePages {
    static final String PATH = "/user/account";

    /** As people know it. */
    static final String PAGE = PATH + "/";

    private static final String PICTURE = PATH + "/picture";
    private static final Set<String> FIELDS =
            ProfileField.ALL.stream().map(ProfileField::word).collect(Collectors.toUnmodifiableSet());

    private final ShowMe showMe;
    private final UpdateUser updateUser;
    private final SetAvatar setAvatar;
    private final RemoveAvatar removeAvatar;
    private final AccountScreen screen;
    private final Screens screens;

    @Inject
    AccountPages(
            ShowMe showMe,
            UpdateUser updateUser,
            SetAvatar setAvatar,
            RemoveAvatar removeAvatar,
            AccountScreen screen,
            Screens screens) {
        this.showMe = showMe;
        this.updateUser = updateUser;
        this.setAvatar = setAvatar;
        this.removeAvatar = removeAvatar;
        this.screen = screen;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, call -> screens.show(call, screen.of(call))).producing(MediaTypes.HTML);
        routes.post(PATH, this::save).producing(MediaTypes.HTML);
        routes.post(PICTURE, this::setPicture).producing(MediaTypes.HTML);
        routes.get(PICTURE + "/remove", call -> screens.show(call, removal())).producing(MediaTypes.HTML);
        routes.post(PICTURE + "/remove", this::removePicture).producing(MediaTypes.HTML);
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(MenuEntry.forEverybody(10, MenuEntry.Section.ACCOUNT, "account.title", PAGE, "user"));
    }

    private UserId own(Call call) {
        return showMe.handle(call.caller()).id();
    }

    private void save(Call call) {
        TypedForm form = TypedForm.of(call);
        ProfileChange change = ProfileChange.none();
        for (ProfileField<?> field : ProfileField.ALL) {
            change = typed(form, change, field);
        }
        if (form.isRight()) {
            try {
                updateUser.handle(
                        call.caller(), UpdateUser.Command.of(own(call)).withProfile(change));
                screens.moveOn(call, PAGE, "account.saved");
                return;
            } catch (RefusedException refusal) {
                Refusals.note(form, refusal, FIELDS);
            }
        }
        screens.again(call, form, screen.of(call, form.view(), null));
    }

    private static <T> ProfileChange typed(TypedForm form, ProfileChange change, ProfileField<T> field) {
        Field<T> typed =
                field.isOptional() ? form.optional(field.word(), field::parse) : form.value(field.word(), field::parse);
        return change.with(field, Change.toNullable(typed.orNull()));
    }

    private void setPicture(Call call) {
        Optional<byte[]> file = TypedForm.of(call).file("avatar");
        if (file.isEmpty()) {
            again(call, "Choose a file.");
            return;
        }
        try {
            setAvatar.handle(call.caller(), own(call), file.get());
            screens.moveOn(call, PAGE, "account.pictured");
        } catch (RefusedException refusal) {
            if (refusal.kind() != RefusedException.Kind.INVALID) {
                throw refusal;
            }
            again(call, TypedForm.sentence(refusal.reason()));
        }
    }

    private void again(Call call, String wrong) {
        screens.again(
                call, TypedForm.of(call), screen.of(call, AccountScreen.profile(showMe.handle(call.caller())), wrong));
    }

    private static ConfirmView removal() {
        return new ConfirmView(
                "account.picture.remove.title",
                List.of(),
                List.of(ConfirmView.Said.of("account.picture.remove.lead")),
                List.of(),
                "account.picture.remove",
                PAGE);
    }

    private void removePicture(Call call) {
        removeAvatar.handle(call.caller(), own(call));
        screens.moveOn(call, PAGE, "account.unpictured");
    }
}
