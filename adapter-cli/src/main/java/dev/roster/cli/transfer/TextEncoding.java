package dev.roster.cli.transfer;

import dev.roster.domain.text.Worded;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** An encoding that people name for a file. The file's own bytes show all but the last, too. */
public enum TextEncoding implements Worded {
    UTF_8(StandardCharsets.UTF_8),
    UTF_16LE(StandardCharsets.UTF_16LE),
    UTF_16BE(StandardCharsets.UTF_16BE),
    /** What older spreadsheets write in western Europe and America. Any bytes could be meant so: it has to be named. */
    WINDOWS_1252(Charset.forName("windows-1252"));

    private final Charset charset;

    TextEncoding(Charset charset) {
        this.charset = charset;
    }

    Charset charset() {
        return charset;
    }
}
