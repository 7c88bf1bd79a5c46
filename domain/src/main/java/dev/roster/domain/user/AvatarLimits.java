package dev.roster.domain.user;

/**
 * How large an avatar may be.
 *
 * @param bytes the longest upload
 * @param pixels the widest and the highest picture
 */
public record AvatarLimits(int bytes, int pixels) {
    /** 1 MiB and 512 x 512 pixels. */
    public static AvatarLimits usual() {
        return new AvatarLimits(1 << 20, 512);
    }
}
