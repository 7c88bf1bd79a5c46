package dev.roster.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.given.SamplePicture;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail.Filter;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.Door;
import dev.roster.domain.user.Avatar;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Whose picture may be changed and seen by whom. */
class AvatarTest {
    private static final Origin ORIGIN = Origin.of(Door.EMBEDDED);
    private static final byte[] RED = SamplePicture.png(0xff0000);
    private static final byte[] BLUE = SamplePicture.png(0x0000ff);

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final GivenUser olga = given.owner("olga").in(given.organization());
    private final GivenUser ana = given.user("ana");
    private final GivenUser bob = given.user("bob");

    @Test
    void everyoneKeepsTheirOwnPicture() {
        Avatar kept = useCases.get(SetAvatar.class).handle(caller(ana), ana.id(), RED);

        assertThat(shown(ana, ana).avatar()).contains(kept);
        assertThat(useCases.get(RemoveAvatar.class).handle(caller(ana), ana.id()))
                .isTrue();
        assertThat(shown(ana, ana).avatar()).isEmpty();
    }

    @Test
    void strangersNeitherSeeNorChangeIt() {
        useCases.get(SetAvatar.class).handle(caller(ana), ana.id(), RED);

        forbidden(() -> useCases.get(SetAvatar.class).handle(caller(bob), ana.id(), BLUE));
        forbidden(() -> useCases.get(RemoveAvatar.class).handle(caller(bob), ana.id()));
        forbidden(() -> shown(bob, ana));

        assertThat(ports.avatars().find(ana.id())).contains(Avatar.ofPng(RED));
    }

    @Test
    void whoMayNotChangeItHearsNothingOfPictures() {
        byte[] text = "no picture".getBytes(StandardCharsets.UTF_8);

        forbidden(() -> useCases.get(SetAvatar.class).handle(caller(bob), ana.id(), text));
    }

    @Test
    void ownersDressOthers() {
        useCases.get(SetAvatar.class).handle(caller(olga), ana.id(), BLUE);

        assertThat(shown(olga, ana).avatar()).contains(Avatar.ofPng(BLUE));
    }

    @Test
    void eachRealChangeIsAudited() {
        useCases.get(SetAvatar.class).handle(caller(ana), ana.id(), RED);
        useCases.get(SetAvatar.class).handle(caller(ana), ana.id(), RED);
        useCases.get(RemoveAvatar.class).handle(caller(olga), ana.id());
        useCases.get(RemoveAvatar.class).handle(caller(olga), ana.id());

        assertThat(ports.auditTrail().list(Filter.all(), PageRequest.first()).items())
                .extracting(AuditEvent::action)
                .containsExactlyInAnyOrder("user.set-avatar", "user.remove-avatar");
    }

    @Test
    void deletedUsersPictureIsGone() {
        useCases.get(SetAvatar.class).handle(caller(ana), ana.id(), RED);

        useCases.get(DeleteUser.class).handle(caller(olga), ana.id());

        assertThat(ports.avatars().find(ana.id())).isEmpty();
    }

    private ShowAvatar.Shown shown(GivenUser by, GivenUser whose) {
        return useCases.get(ShowAvatar.class).handle(caller(by), whose.id());
    }

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), ORIGIN);
    }

    private static void forbidden(ThrowingCallable call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.FORBIDDEN));
    }
}
