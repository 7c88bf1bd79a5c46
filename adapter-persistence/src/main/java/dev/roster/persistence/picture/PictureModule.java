package dev.roster.persistence.picture;

import com.google.inject.AbstractModule;
import dev.roster.application.port.Pictures;
import dev.roster.domain.user.AvatarLimits;
import jakarta.inject.Singleton;

/** The port that reads pictures. The installing module binds {@link AvatarLimits}. */
public final class PictureModule extends AbstractModule {
    @Override
    protected void configure() {
        requireBinding(AvatarLimits.class);
        bind(Pictures.class).to(ImageIoPictures.class).in(Singleton.class);
    }
}
