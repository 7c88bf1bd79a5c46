package dev.roster.persistence.picture;

import dev.roster.application.port.Pictures;
import dev.roster.domain.RefusedException;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.AvatarLimits;
import java.time.Duration;

/**
 * What must hold for any file that calls itself a picture: it is drawn or refused, in bounded work, and what was drawn
 * can be read again. A coverage-guided fuzzer looks for files for which it does not (profile {@code fuzz}); its
 * corpus is tried by {@link PictureCorpusTest} in every build.
 */
public final class PictureFuzzTarget {
    private static final AvatarLimits LIMITS = AvatarLimits.usual();
    /** The fuzzer gives up on a file long before the one who waits for the picture: time refuses nothing here. */
    private static final Pictures PICTURES = new ImageIoPictures(LIMITS, new PictureWorkers(1, Duration.ofMinutes(10)));

    private PictureFuzzTarget() {}

    /** Called by the fuzzer, under this name. */
    public static void fuzzerTestOneInput(byte[] file) {
        isDrawn(file);
    }

    /**
     * Tries the file.
     *
     * @return whether it is a picture
     * @throws IllegalStateException for what no file may do
     */
    static boolean isDrawn(byte[] file) {
        requireOnePass(file);
        try {
            requireToBeReadAgain(PICTURES.toAvatar(file));
            return true;
        } catch (RefusedException refusal) {
            require(refusal.kind() == RefusedException.Kind.INVALID, "refused as " + refusal.kind());
            return false;
        }
    }

    private static void requireToBeReadAgain(Avatar avatar) {
        require(fits(avatar.width(), avatar.height()), "drawn although it is too large");
        Avatar again = PICTURES.toAvatar(avatar.png());
        require(again.width() == avatar.width() && again.height() == avatar.height(), "read again as another size");
    }

    private static boolean fits(int width, int height) {
        return width >= 1 && width <= LIMITS.pixels() && height >= 1 && height <= LIMITS.pixels();
    }

    /** For GIF alone: {@link WatchedInput} counts what the decoders of PNG and JPEG read, and stops them. */
    private static void requireOnePass(byte[] file) {
        if (PictureFormat.of(file).stream().noneMatch(PictureFormat.GIF::equals)) {
            return;
        }
        GifFrame frame = GifFrame.of(file);
        try {
            frame.first((width, height) -> {
                if (!fits(width, height)) {
                    throw RefusedException.invalid("avatar", "too large");
                }
            });
        } catch (BrokenPictureException | RefusedException refused) {
            // That it is refused is seen where the whole is tried.
        }
        require(frame.steps() <= file.length, "bytes were looked at twice");
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalStateException(otherwise);
        }
    }
}
