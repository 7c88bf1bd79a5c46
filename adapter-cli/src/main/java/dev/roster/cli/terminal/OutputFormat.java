package dev.roster.cli.terminal;

import dev.roster.domain.text.Worded;

/** What data on standard output looks like. */
public enum OutputFormat implements Worded {
    /** For people. */
    TABLE,
    /** Arrays and objects with the field names of the HTTP API. */
    JSON,
    /** RFC 4180, with the same field names in its first line. */
    CSV
}
