package dev.roster.application.fake;

import dev.roster.application.port.MailCarrier;
import dev.roster.application.port.MailUndeliveredException;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.MailId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Carries letters as far as the test that wants to read them, or fails as it is told. */
public final class RememberingCarrier implements MailCarrier {
    private final List<Letter> carried = new CopyOnWriteArrayList<>();
    private volatile @Nullable MailUndeliveredException failure;
    private volatile boolean keepsFiles;
    private volatile @Nullable MailCarrier next;

    /** Every letter that was carried, in order. */
    public List<Letter> carried() {
        return carried;
    }

    /** The newest letter. */
    public Letter last() {
        return carried.get(carried.size() - 1);
    }

    /** From now on nothing is carried; null to carry again. */
    public void failWith(@Nullable MailUndeliveredException thrown) {
        this.failure = thrown;
    }

    /** From now on it says that mails become files. */
    public void keepFiles() {
        this.keepsFiles = true;
    }

    /** From now on another carries what is remembered here. */
    public void handOnTo(MailCarrier carrier) {
        this.next = carrier;
    }

    @Override
    public void carry(MailId id, Letter letter) {
        check();
        MailCarrier further = next;
        if (further != null) {
            further.carry(id, letter);
        }
        carried.add(letter);
    }

    @Override
    public void check() {
        MailUndeliveredException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
    }

    @Override
    public boolean keepsFiles() {
        return keepsFiles;
    }

    @Override
    public String destination() {
        return keepsFiles ? "/data/outbox" : "mail.example.org:587";
    }
}
