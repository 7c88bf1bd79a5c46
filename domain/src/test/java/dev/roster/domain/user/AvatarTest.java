package dev.roster.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.domain.RefusedException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AvatarTest {
    private static final byte[] HEAD =
            HexFormat.of().parseHex("89504e470d0a1a0a0000000d4948445200000102000000030802000000" + "01020304");

    @Test
    void sizeIsReadFromTheHeader() {
        Avatar avatar = Avatar.ofPng(HEAD);

        assertThat(avatar.width()).isEqualTo(258);
        assertThat(avatar.height()).isEqualTo(3);
    }

    @Test
    void sameBytesAreTheSameAvatar() {
        byte[] other = HEAD.clone();
        other[32]++;

        assertThat(Avatar.ofPng(HEAD))
                .isEqualTo(Avatar.ofPng(HEAD.clone()))
                .hasSameHashCodeAs(Avatar.ofPng(HEAD.clone()))
                .isNotEqualTo(Avatar.ofPng(other));
    }

    @Test
    void nobodyChangesItFromOutside() {
        byte[] given = HEAD.clone();
        Avatar avatar = Avatar.ofPng(given);

        given[20] = 9;
        avatar.png()[20] = 9;

        assertThat(avatar.png()).isEqualTo(HEAD);
    }

    @Test
    void whatIsNoPngIsRefused() {
        byte[] gif = HEAD.clone();
        gif[1] = 'G';

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> Avatar.ofPng(gif));
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> Avatar.ofPng(new byte[32]));
    }
}
