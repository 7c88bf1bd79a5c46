package dev.roster.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.contract.MailCarrierContract;
import dev.roster.application.fake.FixedClock;
import dev.roster.application.port.MailCarrier;
import dev.roster.application.port.MailUndeliveredException;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.Letter.Kind;
import dev.roster.domain.mail.MailId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCarrierTest implements MailCarrierContract {
    private static final MailId ID = new MailId(UUID.fromString("01955000-0000-7000-8000-000000000001"));
    private static final Letter LETTER = new Letter(ANA, Kind.INVITATION, VALUES);

    @TempDir
    private Path data;

    private Path outbox() {
        return data.resolve("outbox");
    }

    @Override
    public MailCarrier mailCarrier() {
        return new FileCarrier(
                outbox(),
                MailSettings.Sender.parse("Roster <roster@example.org>"),
                new FixedClock(Instant.parse("2026-03-02T09:00:00Z")));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(outbox())) {
            return files.sorted().toList();
        }
    }

    @Test
    void mailIsAFileThatPeopleCanRead() throws IOException {
        mailCarrier().carry(ID, LETTER);

        assertThat(files()).containsExactly(outbox().resolve(ID + "-invitation.eml"));
        assertThat(Files.readString(files().get(0)))
                .startsWith("""
                        Date: Mon, 2 Mar 2026 09:00:00 GMT
                        From: Roster <roster@example.org>
                        To: ana@example.org
                        Subject: You are invited to Roster
                        Message-ID: <01955000-0000-7000-8000-000000000001@example.org>
                        """)
                .contains("\n\nYou are invited", "\nhttps://roster.example/secret\n");
    }

    @Test
    void onlyTheOwnerReadsIt() throws IOException {
        mailCarrier().carry(ID, LETTER);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(outbox())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().get(0))))
                .isEqualTo("rw-------");
    }

    @Test
    void sameMailIsOneFile() throws IOException {
        mailCarrier().carry(ID, LETTER);
        mailCarrier().carry(ID, LETTER);

        assertThat(files()).hasSize(1);
    }

    @Test
    void halfOfAnEarlierAttemptIsInNobodysWay() throws IOException {
        Files.createDirectory(outbox());
        Files.writeString(outbox().resolve("." + ID + ".part"), "half a m");

        mailCarrier().carry(ID, LETTER);

        assertThat(files()).containsExactly(outbox().resolve(ID + "-invitation.eml"));
    }

    @Test
    void directoryThatIsNoneIsTold() throws IOException {
        Files.writeString(outbox(), "a file");

        assertThatExceptionOfType(MailUndeliveredException.class)
                .isThrownBy(() -> mailCarrier().carry(ID, LETTER))
                .returns(false, MailUndeliveredException::isPermanent);
        assertThatExceptionOfType(MailUndeliveredException.class)
                .isThrownBy(() -> mailCarrier().check())
                .withMessageContaining("cannot be written to");
    }
}
