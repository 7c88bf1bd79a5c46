package dev.roster.domain.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.domain.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"owner", "OWNER", "Owner"})
    void ownerIsNotForPlacesHoweverItIsWritten(String owner) {
        assertThat(new RoleName(owner).isForPlaces()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "annotator", "owners", "clerk"})
    void otherNamesAreForPlaces(String name) {
        assertThat(new RoleName(name).isForPlaces()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotator", "Annotator", "00000000-0000-8000-8000-000000000005"})
    void aReferenceStaysAsItIsWritten(String text) {
        assertThat(RoleName.reference(text)).isEqualTo(text);
    }

    @Test
    void anEmptyReferenceNamesNoRole() {
        assertThatThrownBy(() -> RoleName.reference(""))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("role"))
                .hasMessage("a role must be named by its name or id, not by an empty text");
    }
}
