package dev.roster.bootstrap;

import com.google.inject.ProvisionException;
import dev.roster.cli.terminal.AccountQuestions;
import dev.roster.cli.terminal.AccountRequest;
import dev.roster.cli.terminal.Finding;
import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Setting;
import dev.roster.cli.terminal.StartRequest;
import dev.roster.persistence.sql.Store;
import dev.roster.persistence.sql.StoreException;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** This installation, as the settings describe it. */
final class LocalInstallation implements Installation {
    private final Environment environment;
    private final SettingsSource settings;
    private final Provider<Service> service;
    private final Provider<Beginning> beginning;
    private final Provider<Store> store;
    private final Provider<Doctor> doctor;

    @Inject
    LocalInstallation(
            Environment environment,
            SettingsSource settings,
            Provider<Service> service,
            Provider<Beginning> beginning,
            Provider<Store> store,
            Provider<Doctor> doctor) {
        this.environment = environment;
        this.settings = settings;
        this.service = service;
        this.beginning = beginning;
        this.store = store;
        this.doctor = doctor;
    }

    @Override
    public void start(StartRequest request, PrintWriter out) {
        if (request.demo()) {
            Path directory = Directories.makeThrowAway();
            settings.confineTo(directory);
            service.get().runDemo(directory, out);
        } else {
            service.get().run(request, out);
        }
    }

    @Override
    public void init(AccountRequest account, AccountQuestions questions, PrintWriter out) {
        beginning.get().init(account, questions, out);
    }

    @Override
    public List<Setting> settings() {
        Settings inForce = settings.get();
        return Arrays.stream(SettingName.values())
                .map(name -> inForce.value(name)
                        .map(value -> new Setting(name.key(), Masking.of(name, value.text()), value.where()))
                        .orElse(new Setting(name.key(), "", "default")))
                .toList();
    }

    @Override
    public List<Finding> examine() {
        return doctor.get().examine();
    }

    @Override
    public String backup(Path file) {
        try {
            Store open = store.get();
            open.backup(file);
            return open.secret().brief();
        } catch (StoreException failed) {
            throw new InstallationException(String.valueOf(failed.getMessage()), failed);
        } catch (ProvisionException unusable) {
            throw unusable.getCause() instanceof InstallationException mendable ? mendable : unusable;
        }
    }

    @Override
    public String version() {
        return environment.version();
    }
}
