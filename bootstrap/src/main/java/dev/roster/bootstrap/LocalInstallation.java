package dev.roster.bootstrap;

import dev.roster.cli.terminal.AccountQuestions;
import dev.roster.cli.terminal.AccountRequest;
import dev.roster.cli.terminal.Backup;
import dev.roster.cli.terminal.Finding;
import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.Restored;
import dev.roster.cli.terminal.Setting;
import dev.roster.cli.terminal.StartRequest;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** This installation, as the settings describe it. */
final class LocalInstallation implements Installation {
    private final SettingsSource settings;
    private final Founding founding;
    private final Provider<Serving> serving;
    private final Provider<Beginning> beginning;
    private final Provider<Backups> backups;
    private final Provider<Doctor> doctor;
    private final Provider<SettingsInForce> settingsInForce;

    @Inject
    LocalInstallation(
            SettingsSource settings,
            Founding founding,
            Provider<Serving> serving,
            Provider<Beginning> beginning,
            Provider<Backups> backups,
            Provider<Doctor> doctor,
            Provider<SettingsInForce> settingsInForce) {
        this.settings = settings;
        this.founding = founding;
        this.serving = serving;
        this.beginning = beginning;
        this.backups = backups;
        this.doctor = doctor;
        this.settingsInForce = settingsInForce;
    }

    @Override
    public void start(StartRequest request, PrintWriter out) {
        founding.allow();
        if (request.demo()) {
            Path directory = Directories.makeThrowAway();
            settings.confineTo(directory);
            serving.get().runDemo(directory, out);
        } else {
            serving.get().run(request, out);
        }
    }

    @Override
    public void init(AccountRequest account, AccountQuestions questions, PrintWriter out) {
        founding.allow();
        beginning.get().init(account, questions, out);
    }

    @Override
    public void allowNewStore() {
        boolean named = settings.get().isGivenAsOption(SettingName.DATA_DIR)
                || settings.get().isGivenAsOption(SettingName.DATABASE);
        if (named) {
            founding.allow();
        }
    }

    @Override
    public List<Setting> settings() {
        return settingsInForce.get().list();
    }

    @Override
    public List<Finding> examine() {
        return doctor.get().examine();
    }

    @Override
    public Backup backup(Path file) {
        return backups.get().write(file);
    }

    @Override
    public Backup backupInto(Path directory, int keep) {
        return backups.get().writeInto(directory, keep);
    }

    @Override
    public Backup verifyBackup(Path file) {
        return backups.get().verify(file);
    }

    @Override
    public Restored restore(Path file) {
        return backups.get().restore(file);
    }
}
