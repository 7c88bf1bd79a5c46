package dev.roster.cli.completion;

import dev.roster.domain.text.Worded;

/** A shell that there is a script for. */
public enum Shell implements Worded {
    BASH,
    ZSH,
    FISH
}
