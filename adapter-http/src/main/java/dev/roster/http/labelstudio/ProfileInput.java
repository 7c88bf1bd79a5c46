package dev.roster.http.labelstudio;

import dev.roster.application.Change;
import dev.roster.application.ProfileChange;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.PhoneNumber;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.Username;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.TextRule;
import java.util.function.Function;

/**
 * What people say of themselves, as far as the original knows it. Its {@code username} is the display name here; names may be
 * empty, which takes them away.
 */
record ProfileInput(
        Field<Change<PersonName>> username,
        Field<Change<String>> firstName,
        Field<Change<String>> lastName,
        Field<Change<String>> phone) {
    private static final TextRule FILLED = new TextRule(1, PersonName.MOST, true);
    private static final TextRule LOOSE = new TextRule(0, PersonName.MOST, true);

    static ProfileInput read(Inputs inputs) {
        return new ProfileInput(
                inputs.changedText("username", FILLED, text -> PersonName.of("username", text)),
                loose(inputs, "first_name", text -> PersonName.of("first_name", text)),
                loose(inputs, "last_name", text -> PersonName.of("last_name", text)),
                loose(inputs, "phone", PhoneNumber::new));
    }

    private static Field<Change<String>> loose(Inputs inputs, String name, Function<String, ?> rule) {
        return inputs.changedText(name, LOOSE, text -> {
            Object checked = text.isEmpty() ? text : rule.apply(text);
            return checked.toString();
        });
    }

    /** To be asked once the inputs are checked. A first name that is taken away becomes what it is at first. */
    ProfileChange change(Username login) {
        return ProfileChange.none()
                .with(ProfileField.DISPLAY_NAME, username.get())
                .with(
                        ProfileField.FIRST_NAME,
                        firstName
                                .get()
                                .map(text -> text.isEmpty()
                                        ? Profile.named(login).firstName()
                                        : PersonName.of("first_name", text)))
                .with(ProfileField.LAST_NAME, orNothing(lastName.get(), text -> PersonName.of("last_name", text)))
                .with(ProfileField.PHONE, orNothing(phone.get(), PhoneNumber::new));
    }

    private static <T> Change<T> orNothing(Change<String> text, Function<String, T> make) {
        return text.isMade() && text.orElse("").isEmpty() ? Change.toNothing() : text.map(make);
    }
}
