package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.given.SamplePicture;
import dev.roster.application.port.Avatars;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.UserId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Avatars} must do. */
public interface AvatarsContract extends StoreContract {
    @Test
    default void laterAvatarReplacesTheFormer() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        Avatar red = Avatar.ofPng(SamplePicture.png(0xff0000));
        Avatar blue = Avatar.ofPng(SamplePicture.png(0x0000ff));
        ports.avatars().set(ana, red);
        ports.avatars().set(bob, red);

        ports.avatars().set(ana, blue);

        assertThat(ports.avatars().find(ana)).contains(blue);
        assertThat(ports.avatars().find(bob)).contains(red);
    }

    @Test
    default void everyByteIsKept() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        byte[] png = SamplePicture.png(0x00ff7f);

        ports.avatars().set(ana, Avatar.ofPng(png));

        assertThat(ports.avatars().find(ana).orElseThrow().png()).isEqualTo(png);
    }

    @Test
    default void thoseWhoHaveOneAreFoundAmongMany() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        UserId eve = given.user("eve").id();
        ports.avatars().set(ana, Avatar.ofPng(SamplePicture.png(0xff0000)));
        ports.avatars().set(eve, Avatar.ofPng(SamplePicture.png(0x0000ff)));

        assertThat(ports.avatars().having(Set.of(ana, bob))).containsExactly(ana);
        assertThat(ports.avatars().having(Set.of(bob))).isEmpty();
        assertThat(ports.avatars().having(Set.of())).isEmpty();
    }

    @Test
    default void removedAvatarIsGone() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        ports.avatars().set(ana, Avatar.ofPng(SamplePicture.png(0xff0000)));

        assertThat(ports.avatars().remove(ana)).isTrue();
        assertThat(ports.avatars().remove(ana)).isFalse();
        assertThat(ports.avatars().find(ana)).isEmpty();
    }
}
