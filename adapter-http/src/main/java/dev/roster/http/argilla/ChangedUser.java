package dev.roster.http.argilla;

import dev.roster.application.Change;
import dev.roster.application.ProfileChange;
import dev.roster.application.user.UpdateUser;
import dev.roster.domain.credential.Password;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.Username;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.NearestWords;
import dev.roster.http.dialect.TextRule;

/** The fields of a user that a partial update may hold. */
record ChangedUser(
        Field<Change<Username>> username,
        Field<Change<PersonName>> firstName,
        Field<Change<PersonName>> lastName,
        Field<Change<ArgillaRole>> role,
        Field<Change<Password>> password) {

    static ChangedUser read(Inputs inputs) {
        return new ChangedUser(
                inputs.changedText("username", TextRule.FILLED, Username::new),
                inputs.changedText("first_name", TextRule.TRIMMED, text -> PersonName.of("first_name", text)),
                inputs.nullableText("last_name", TextRule.TRIMMED, text -> PersonName.of("last_name", text)),
                inputs.changedWord("role", ArgillaRole.WORDS),
                inputs.changedText("password", NewUser.PASSWORD, Password::chosen));
    }

    /** To be asked once the inputs are checked. */
    UpdateUser.Command command(ShownUser before) {
        return UpdateUser.Command.of(before.user().id())
                .withUsername(username.get())
                .withProfile(ProfileChange.none()
                        .with(ProfileField.FIRST_NAME, firstName.get())
                        .with(ProfileField.LAST_NAME, lastName.get()))
                .withRole(NearestWords.unlessAsShown(role.get(), before.role()).map(ArgillaRole::word))
                .withPassword(password.get());
    }
}
