package dev.roster.bootstrap;

import dev.roster.application.port.MailCarrier;
import dev.roster.application.port.MailUndeliveredException;
import dev.roster.cli.terminal.Finding;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.persistence.secret.InstallationSecret;
import dev.roster.persistence.secret.KnownKey;
import dev.roster.persistence.secret.SecretKeyException;
import dev.roster.persistence.secret.SecretKeySource;
import dev.roster.persistence.sql.Store;
import dev.roster.persistence.sql.StoreAddress;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at everything an installation needs and says what is wrong with it and what to do. Changes nothing. */
final class Doctor {
    private static final long LITTLE_SPACE = 500L * 1024 * 1024;
    private static final long MEGABYTE = 1024 * 1024;

    /** Before this Roster was built; a clock that says so is wrong. */
    private static final Instant BUILT_AFTER = Instant.parse("2026-01-01T00:00:00Z");

    private final Environment environment;
    private final Settings settings;
    private final StoreAddress address;
    private final MailCarrier mail;
    private final InstantSource clock;
    private final ReadStandby standby;

    @Inject
    Doctor(
            Environment environment,
            Settings settings,
            StoreAddress address,
            MailCarrier mail,
            InstantSource clock,
            ReadStandby standby) {
        this.environment = environment;
        this.settings = settings;
        this.address = address;
        this.mail = mail;
        this.clock = clock;
        this.standby = standby;
    }

    List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("version", environment.version() + " on Java " + Runtime.version()));
        findings.addAll(unknownVariables());
        findings.addAll(dataDirectory());
        findings.addAll(store());
        findings.addAll(standby.examine());
        findings.add(secret());
        findings.addAll(otherKeys());
        findings.add(mail());
        findings.add(clock());
        return findings;
    }

    /** A misspelt variable would be ignored in silence otherwise. */
    private List<Finding> unknownVariables() {
        Set<String> known =
                Arrays.stream(SettingName.values()).map(SettingName::variable).collect(Collectors.toSet());
        return environment.variables().keySet().stream()
                .filter(variable -> variable.startsWith("ROSTER_") && !known.contains(variable))
                .sorted()
                .map(variable -> Finding.warning(
                        "environment", variable + " is not a setting", "see `roster settings` for all of them"))
                .toList();
    }

    private List<Finding> dataDirectory() {
        Path directory = settings.dataDirectory();
        if (Files.notExists(directory)) {
            return List.of(Finding.warning(
                    "data directory", directory + " is not created yet", "`roster init` or `roster start` creates it"));
        }
        if (!Files.isDirectory(directory)) {
            return List.of(Finding.broken(
                    "data directory", directory + " is not a directory", "name a directory with --data-dir"));
        }
        if (!Files.isWritable(directory)) {
            return List.of(Finding.broken(
                    "data directory",
                    directory + " cannot be written to",
                    "give the account `" + environment.account() + "` the right to it"));
        }
        return List.of(Finding.ok("data directory", directory.toString()), disk(directory));
    }

    private static Finding disk(Path directory) {
        try {
            FileStore disk = Files.getFileStore(directory);
            long free = disk.getUsableSpace();
            String what = free / MEGABYTE + " MB free";
            return free < LITTLE_SPACE
                    ? Finding.warning("disk", what, "make room, a full disk stops every change")
                    : Finding.ok("disk", what);
        } catch (IOException unknown) {
            return Finding.warning("disk", "cannot be looked at: " + unknown.getMessage(), "check the mount");
        }
    }

    private List<Finding> store() {
        if (Store.at(address).isMissing()) {
            return List.of(Finding.warning(
                    "store",
                    "no store yet at " + address + " (" + NoStore.origin(settings) + ")",
                    "create one with `roster init` or `roster start`, or name another with --data-dir or --database"));
        }
        return Store.at(address).check().stream()
                .map(fact -> fact.isWell()
                        ? Finding.ok(fact.name(), fact.value())
                        : Finding.broken(fact.name(), fact.value(), String.valueOf(fact.advice())))
                .toList();
    }

    /** Whether the key is there, readable, and the store's. */
    private Finding secret() {
        Path file = settings.secretFile();
        Optional<String> given = settings.text(SettingName.SECRET_KEY);
        Optional<KnownKey> known = Store.at(address).key().filter(key -> !key.isNone());
        if (given.isEmpty() && !Files.exists(file)) {
            return known.map(key -> missing(file, key))
                    .orElseGet(() -> Finding.warning(
                            "secret key", "not created yet", "`roster init` or `roster start` creates it"));
        }
        try {
            InstallationSecret secret =
                    given.map(InstallationSecret::of).orElseGet(() -> InstallationSecret.ofFile(file));
            String where = given.isPresent() ? "given as a setting" : file + ", for its owner only";
            return known.filter(key -> !key.isOf(secret))
                    .map(key -> wrong(secret, key))
                    .orElseGet(() -> Finding.ok("secret key", secret.brief() + ", " + where));
        } catch (SecretKeyException | RefusedException unusable) {
            return Finding.broken("secret key", String.valueOf(unusable.getMessage()), "fix it or restore it");
        }
    }

    private static Finding missing(Path file, KnownKey key) {
        return Finding.broken(
                "secret key",
                file + " is missing, but " + key.describe(),
                "put the file back that the store was used with, nothing starts without it");
    }

    private static Finding wrong(InstallationSecret secret, KnownKey key) {
        return Finding.broken(
                "secret key",
                "it is " + secret.brief() + ", but " + key.describe(),
                "give the key that the store was used with, nothing starts with another");
    }

    /** Keys that a rotation left behind. */
    private List<Finding> otherKeys() {
        return SecretKeySource.leftBeside(settings.secretFile()).stream()
                .map(file -> Finding.warning(
                        "secret key",
                        file + " is left over",
                        "delete it: a .next one once no rotation is running, an .old one once no backup needs it"))
                .toList();
    }

    private Finding mail() {
        try {
            mail.check();
            return Finding.ok(
                    "mail",
                    mail.keepsFiles()
                            ? "written to files in " + mail.destination() + ", set smtp-url to send it"
                            : mail.destination() + " accepts the connection");
        } catch (MailUndeliveredException failure) {
            String answer =
                    failure.answer().map(said -> ": " + UserText.quote(said)).orElse("");
            return Finding.broken(
                    "mail",
                    failure.reason() + answer + " (" + mail.destination() + ")",
                    "look at smtp-url and smtp-password; mails wait in the outbox meanwhile");
        }
    }

    private Finding clock() {
        Instant now = clock.instant();
        return now.isBefore(BUILT_AFTER)
                ? Finding.broken("clock", "it says " + now, "set the clock, sessions and links depend on it")
                : Finding.ok("clock", now.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
