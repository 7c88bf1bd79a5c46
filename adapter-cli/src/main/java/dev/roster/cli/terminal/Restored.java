package dev.roster.cli.terminal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A backup that took the place of the store.
 *
 * @param old where the store lies that was there before
 */
public record Restored(Backup backup, String store, Optional<Path> old) {}
