package dev.roster.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.fake.Fakes;
import dev.roster.application.mail.DeliverMail;
import dev.roster.application.mail.Postbox;
import dev.roster.application.port.MailCarrier;
import dev.roster.application.port.Outbox.Backlog;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.MailId;
import dev.roster.domain.user.EmailAddress;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MailRoundsTest {
    private final Fakes fakes = new Fakes();
    private final UseCases useCases = UseCases.over(fakes.ports(), fakes.clock());
    private final MailRounds rounds = new MailRounds(useCases.get(DeliverMail.class));
    private final CountDownLatch onItsWay = new CountDownLatch(1);
    private final CountDownLatch mayArrive = new CountDownLatch(1);

    @BeforeEach
    void post() {
        EmailAddress address = new EmailAddress("ana@example.org");
        useCases.get(Postbox.class).send(new Letter(address, Letter.Kind.PASSWORD_CHANGED, Map.of("username", "ana")));
        fakes.mailCarrier().handOnTo(new SlowCarrier());
    }

    @Test
    void dueMailIsSentWithoutAnybodyAsking() throws InterruptedException {
        mayArrive.countDown();

        rounds.start();
        onItsWay.await();
        rounds.stop();

        assertThat(fakes.mailCarrier().carried()).hasSize(1);
    }

    @Test
    void stopLetsTheMailOnItsWayArrive() throws InterruptedException {
        rounds.start();
        onItsWay.await();
        Thread stopping = new Thread(rounds::stop);
        stopping.start();
        mayArrive.countDown();
        stopping.join();

        assertThat(fakes.mailCarrier().carried()).hasSize(1);
        assertThat(fakes.ports().outbox().backlog()).isEqualTo(new Backlog(0, null, 0, null));
    }

    /** Takes as long as the test wants. */
    private final class SlowCarrier implements MailCarrier {
        @Override
        public void carry(MailId id, Letter letter) {
            onItsWay.countDown();
            try {
                mayArrive.await();
            } catch (InterruptedException hurried) {
                throw new IllegalStateException(hurried);
            }
        }

        @Override
        public void check() {
            // Always ready.
        }

        @Override
        public boolean keepsFiles() {
            return false;
        }

        @Override
        public String destination() {
            return "slow";
        }
    }
}
