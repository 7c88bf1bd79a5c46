package dev.roster.cli;

import picocli.CommandLine.Command;

@Command(
        name = "import",
        header = "Bring people over from another platform.",
        description = "Nothing that is here already is changed.",
        subcommands = ImportArgillaCommand.class,
        footer = {
            "",
            "Examples:",
            "  roster import argilla --url https://argilla.example.org --api-key-prompt --dry-run"
        })
final class ImportCommand {}
