package dev.roster.http.argilla;

import dev.roster.application.user.CreateUser;
import dev.roster.domain.credential.Password;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.TextRule;
import java.util.List;

/** The fields of a user to be made, alike in both APIs. */
record NewUser(
        Field<UserId> id,
        Field<Username> username,
        Field<PersonName> firstName,
        Field<PersonName> lastName,
        Field<ArgillaRole> role,
        Field<Password> password) {

    static final TextRule PASSWORD = new TextRule(8, 100, false);

    static NewUser read(Inputs inputs) {
        return new NewUser(
                inputs.optionalId("id", UserId::new),
                inputs.text("username", TextRule.FILLED, Username::new),
                inputs.text("first_name", TextRule.TRIMMED, text -> PersonName.of("first_name", text)),
                inputs.optionalText("last_name", TextRule.TRIMMED, text -> PersonName.of("last_name", text)),
                inputs.optionalWord("role", ArgillaRole.WORDS),
                inputs.text("password", PASSWORD, Password::chosen));
    }

    /** To be asked once the inputs are checked. */
    CreateUser.Command command(List<WorkspaceId> workspaces) {
        CreateUser.Command named = CreateUser.Command.named(username.get());
        return named.withId(id.orNull())
                .withProfile(named.profile().withFirstName(firstName.get()).withLastName(lastName.orNull()))
                .withRole(role.or(ArgillaRole.ANNOTATOR).word())
                .withPassword(password.get())
                .withWorkspaces(workspaces);
    }
}
