package dev.roster.persistence.sql;

import dev.roster.domain.user.Profile;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.Username;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;

/** The columns of a profile in {@code users}: one for each field, under its word. */
final class ProfileColumns {
    static final String NAMES = each(word -> word);
    static final String VALUES = each(word -> ":" + word);
    static final String ASSIGNMENTS = each(word -> word + " = :" + word);
    static final String SELECTED = each(word -> "users." + word + " AS user_" + word);

    private ProfileColumns() {}

    private static String each(UnaryOperator<String> column) {
        return ProfileField.ALL.stream().map(ProfileField::word).map(column).collect(Collectors.joining(", "));
    }

    static <S extends SqlStatement<S>> S bind(S statement, Profile profile) {
        ProfileField.ALL.forEach(field -> statement.bind(field.word(), field.text(profile)));
        return statement;
    }

    static Profile read(ResultSet row, Username username) throws SQLException {
        Profile profile = Profile.named(username);
        for (ProfileField<?> field : ProfileField.ALL) {
            profile = field.setText(profile, row.getString("user_" + field.word()));
        }
        return profile;
    }
}
