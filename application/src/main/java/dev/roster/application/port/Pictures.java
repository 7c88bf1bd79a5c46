package dev.roster.application.port;

import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.AvatarLimits;

/**
 * Creates avatars from uploaded files. The result is redrawn pixel by pixel: nothing else that the file contained is
 * in it.
 *
 * <p>Call it outside a transaction.
 */
public interface Pictures {
    /**
     * Reads a JPEG, a PNG or the first frame of a GIF, by content alone.
     *
     * @throws dev.roster.domain.RefusedException INVALID naming {@code avatar}, for anything else, for what is broken or
     *     cut off, and for more bytes or pixels than {@link AvatarLimits} has
     */
    Avatar toAvatar(byte[] upload);
}
