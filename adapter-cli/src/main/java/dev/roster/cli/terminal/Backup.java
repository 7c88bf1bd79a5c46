package dev.roster.cli.terminal;

import java.nio.file.Path;
import java.util.List;

/**
 * A copy of the store in a file.
 *
 * @param schema the version of its tables
 * @param key what the secret key is called that it opens with, {@code 3f9a12cd}
 * @param pruned older ones that were deleted for it
 */
public record Backup(Path file, int schema, String key, List<Path> pruned) {}
