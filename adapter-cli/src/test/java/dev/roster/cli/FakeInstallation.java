package dev.roster.cli;

import dev.roster.cli.terminal.AccountQuestions;
import dev.roster.cli.terminal.AccountRequest;
import dev.roster.cli.terminal.Backup;
import dev.roster.cli.terminal.Finding;
import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Restored;
import dev.roster.cli.terminal.Setting;
import dev.roster.cli.terminal.StartRequest;
import dev.roster.domain.credential.Password;
import dev.roster.domain.user.Username;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An installation that does nothing but remember. */
final class FakeInstallation implements Installation {
    private final List<StartRequest> started = new ArrayList<>();
    private final List<AccountRequest> initialized = new ArrayList<>();
    private final List<Path> backups = new ArrayList<>();
    private boolean broken;
    private boolean newStoreAllowed;
    private final List<Finding> findings = new ArrayList<>();

    List<StartRequest> started() {
        return started;
    }

    List<Path> backups() {
        return backups;
    }

    void finds(Finding finding) {
        findings.add(finding);
    }

    @Override
    public void start(StartRequest request, PrintWriter out) {
        started.add(request);
        out.println("listening");
        out.flush();
    }

    @Override
    public void init(AccountRequest account, AccountQuestions questions, PrintWriter out) {
        Username username =
                Optional.ofNullable(account.username()).or(questions::username).orElse(null);
        Password password = Optional.ofNullable(account.password())
                .or(() -> username == null ? Optional.empty() : questions.password(username))
                .orElse(null);
        initialized.add(new AccountRequest(username, password, account.token(), account.workspace()));
    }

    @Override
    public void allowNewStore() {
        newStoreAllowed = true;
    }

    boolean isNewStoreAllowed() {
        return newStoreAllowed;
    }

    List<AccountRequest> initialized() {
        return initialized;
    }

    /** From now on asking for the settings is a defect. */
    void breaks() {
        this.broken = true;
    }

    @Override
    public List<Setting> settings() {
        if (broken) {
            throw new IllegalStateException("broken");
        }
        return List.of(
                new Setting("port", "6900", "default", "7000"),
                new Setting("secret-key", "(hidden)", "environment", ""));
    }

    @Override
    public List<Finding> examine() {
        return findings;
    }

    @Override
    public Backup backup(Path file) {
        if (file.toString().contains("taken")) {
            throw new InstallationException("the file `" + file + "` exists already, choose another");
        }
        backups.add(file);
        return new Backup(file, 40, "3f9a12cd", List.of());
    }

    @Override
    public Backup backupInto(Path directory, int keep) {
        backups.add(directory);
        return new Backup(
                directory.resolve("roster-new.db"), 40, "3f9a12cd", List.of(directory.resolve("kept-" + keep)));
    }

    @Override
    public Backup verifyBackup(Path file) {
        return new Backup(file, 40, "3f9a12cd", List.of());
    }

    @Override
    public Restored restore(Path file) {
        return new Restored(verifyBackup(file), "/data/roster.db", Optional.of(Path.of("/data/roster.db.before")));
    }
}
