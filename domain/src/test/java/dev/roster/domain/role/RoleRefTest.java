package dev.roster.domain.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleRefTest {
    /** Not the predefined role, though it bears the name. */
    private static final RoleRef CUSTOM = new RoleRef(new RoleId(new UUID(1, 1)), new RoleName("owner"));

    @ParameterizedTest
    @EnumSource(PredefinedRole.class)
    void allButOwnerAreForPlaces(PredefinedRole role) {
        assertThat(role.ref().isForPlaces()).isEqualTo(role != PredefinedRole.OWNER);
    }

    @Test
    void whoRunsSomethingIsADeveloper() {
        assertThat(Arrays.stream(PredefinedRole.values())
                        .filter(role -> role.ref().makesDevelopers()))
                .containsExactly(
                        PredefinedRole.OWNER, PredefinedRole.MANAGER, PredefinedRole.ADMIN, PredefinedRole.MEMBER);
    }

    @Test
    void theIdCountsAndNotTheName() {
        assertThat(CUSTOM.isForPlaces()).isTrue();
        assertThat(CUSTOM.makesDevelopers()).isFalse();
    }

    @Test
    void itReadsAsItsName() {
        assertThat(PredefinedRole.VIEWER.ref()).hasToString("viewer");
    }
}
