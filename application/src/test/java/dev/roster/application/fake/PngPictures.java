package dev.roster.application.fake;

import dev.roster.application.port.Pictures;
import dev.roster.domain.RefusedException;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.AvatarLimits;

/** Takes PNGs as they are. */
final class PngPictures implements Pictures {
    @Override
    public Avatar toAvatar(byte[] upload) {
        AvatarLimits limits = AvatarLimits.usual();
        if (upload.length > limits.bytes()) {
            throw RefusedException.invalid("avatar", "the avatar has too many bytes");
        }
        Avatar avatar = Avatar.ofPng(upload);
        if (avatar.width() > limits.pixels() || avatar.height() > limits.pixels()) {
            throw RefusedException.invalid(
                    "avatar",
                    "the avatar has " + avatar.width() + " x " + avatar.height() + " pixels, expected at most "
                            + limits.pixels() + " x " + limits.pixels());
        }
        return avatar;
    }
}
