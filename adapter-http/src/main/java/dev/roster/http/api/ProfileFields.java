package dev.roster.http.api;

import dev.roster.application.Change;
import dev.roster.application.ProfileChange;
import dev.roster.domain.user.ProfileField;
import dev.roster.http.web.Call;
import dev.roster.http.web.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** Those fields of a profile that a route takes, in a body under their words. */
final class ProfileFields {
    static final ProfileFields ALL = new ProfileFields(ProfileField.ALL);
    /** What invitations are about: nobody is called before there is an account. */
    static final ProfileFields WITHOUT_PHONE = new ProfileFields(ProfileField.ALL.stream()
            .filter(field -> field != ProfileField.PHONE)
            .toList());

    static final ProfileFields OF_SIGN_UPS =
            new ProfileFields(List.of(ProfileField.FIRST_NAME, ProfileField.LAST_NAME));

    private final List<ProfileField<?>> fields;

    private ProfileFields(List<ProfileField<?>> fields) {
        this.fields = fields;
    }

    /** The body of a call with these fields and the others, and no more. */
    JsonObject body(Call call, String... others) {
        return call.body(Stream.concat(fields.stream().map(ProfileField::word), Stream.of(others))
                .toArray(String[]::new));
    }

    /** Sets what is there; absent and null are the same. */
    ProfileChange given(JsonObject body) {
        ProfileChange change = ProfileChange.none();
        for (ProfileField<?> field : fields) {
            change = given(change, field, body);
        }
        return change;
    }

    private static <T> ProfileChange given(ProfileChange change, ProfileField<T> field, JsonObject body) {
        return change.withGiven(field, body.optional(field.word(), field::parse));
    }

    /** Sets what is there; null is the wish to be without. */
    ProfileChange changes(JsonObject body) {
        ProfileChange change = ProfileChange.none();
        for (ProfileField<?> field : fields) {
            change = changed(change, field, body);
        }
        return change;
    }

    private static <T> ProfileChange changed(ProfileChange change, ProfileField<T> field, JsonObject body) {
        if (!field.isOptional()) {
            return change.with(field, body.change(field.word(), field::parse));
        }
        String text = body.optional(field.word());
        return text != null && field.isClearedBy(text)
                ? change.with(field, Change.toNothing())
                : change.with(field, body.nullableChange(field.word(), field::parse));
    }
}
