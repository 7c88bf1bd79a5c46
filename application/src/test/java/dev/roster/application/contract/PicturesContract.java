package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.given.SamplePicture;
import dev.roster.application.port.Pictures;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.AvatarLimits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link Pictures} must do under the usual limits. */
public interface PicturesContract {
    Pictures pictures();

    @Test
    default void pictureKeepsItsSize() {
        Avatar avatar = pictures().toAvatar(SamplePicture.file("png", SamplePicture.plain(512, 17, 0x336699)));

        assertThat(avatar.width()).isEqualTo(512);
        assertThat(avatar.height()).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PNG",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "<!doctype html><script>alert(1)</script>",
                "%PDF-1.7",
                "BM and what follows a bitmap's head, which is none of the three"
            })
    default void whatIsNoPictureIsRefused(String text) {
        refused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    default void pictureOfOnePixelTooManyIsRefused() {
        refused(SamplePicture.file("png", SamplePicture.plain(513, 1, 0)));
        refused(SamplePicture.file("png", SamplePicture.plain(1, 513, 0)));
    }

    @Test
    default void uploadOfOneByteTooManyIsRefused() {
        byte[] png = SamplePicture.png(0xff0000);

        refused(Arrays.copyOf(png, AvatarLimits.usual().bytes() + 1));
    }

    private void refused(byte[] upload) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> pictures().toAvatar(upload))
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
                    assertThat(refusal.field()).isEqualTo("avatar");
                });
    }
}
