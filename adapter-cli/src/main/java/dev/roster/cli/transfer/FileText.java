package dev.roster.cli.transfer;

import dev.roster.cli.terminal.InstallationException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of a file that a spreadsheet may have written, in the encoding that its first bytes tell. */
final class FileText {
    private static final int LOOKED_AT = 4_096;
    private static final String AS_CSV =
            "save it as CSV first: in Excel, File > Save As > `CSV UTF-8 (Comma delimited)`; in "
                    + "LibreOffice, File > Save "
                    + "As > `Text CSV`; in Google Sheets, File > Download > `Comma Separated Values`";

    /** What a file begins with that is no text, and what it is. */
    private static final Map<String, String> OTHERS = Map.of(
            "504b0304",
            "a workbook (xlsx, ods) or another zip file, " + AS_CSV,
            "d0cf11e0a1b11ae1",
            "an old workbook (xls) or one with a password, " + AS_CSV,
            "25504446",
            "a PDF, use the table that the PDF comes from",
            "1f8b",
            "compressed with gzip, unpack it first",
            "fffe0000",
            "UTF-32, save it as UTF-8",
            "0000feff",
            "UTF-32, save it as UTF-8",
            "3c68746d6c",
            "HTML, " + AS_CSV,
            "3c3f786d6c",
            "XML, " + AS_CSV);

    private final byte[] start;

    private FileText(byte[] start) {
        this.start = start;
    }

    /**
     * @param named the encoding that the file has to be in, null to find out
     * @throws InstallationException for a file that is no text
     */
    static BufferedReader open(InputStream bytes, String name, @Nullable TextEncoding named) throws IOException {
        BufferedInputStream ahead = new BufferedInputStream(bytes);
        ahead.mark(LOOKED_AT);
        FileText text = new FileText(ahead.readNBytes(LOOKED_AT));
        ahead.reset();
        text.mustBeText(name);
        TextEncoding encoding = named == null ? text.encoding(name) : named;
        ahead.skipNBytes(text.markLength(encoding));
        return new BufferedReader(new InputStreamReader(
                ahead,
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** What comes next in a text, at most that many characters. */
    static String next(Reader text, int most) throws IOException {
        char[] content = new char[most];
        int length = 0;
        int read = 0;
        while (read >= 0 && length < most) {
            read = text.read(content, length, most - length);
            length += Math.max(0, read);
        }
        return new String(content, 0, length);
    }

    private void mustBeText(String name) {
        OTHERS.forEach((begin, what) -> {
            if (beginsWith(begin)) {
                throw new InstallationException("the file " + name + " is " + what);
            }
        });
    }

    private boolean beginsWith(String hex) {
        int length = hex.length() / 2;
        return start.length >= length
                && HexFormat.of().formatHex(start, 0, length).equalsIgnoreCase(hex);
    }

    private TextEncoding encoding(String name) {
        for (TextEncoding encoding : TextEncoding.values()) {
            if (markLength(encoding) > 0) {
                return encoding;
            }
        }
        return unmarked(name);
    }

    /** In UTF-16, half of the bytes of names and addresses are zero; no other text has any. */
    private TextEncoding unmarked(String name) {
        int even = 0;
        int odd = 0;
        for (int at = 0; at < start.length; at++) {
            even += start[at] == 0 && at % 2 == 0 ? 1 : 0;
            odd += start[at] == 0 && at % 2 == 1 ? 1 : 0;
        }
        if (even == 0 && odd == 0) {
            return TextEncoding.UTF_8;
        }
        int most = start.length / 4;
        if (Math.max(even, odd) <= most || Math.min(even, odd) > most / 4) {
            throw new InstallationException("the file " + name + " is not a text: it contains zero bytes");
        }
        return odd > even ? TextEncoding.UTF_16LE : TextEncoding.UTF_16BE;
    }

    /** How long the byte order mark in that encoding is; 0 where there is none. */
    private int markLength(TextEncoding encoding) {
        String mark = switch (encoding) {
            case UTF_8 -> "efbbbf";
            case UTF_16LE -> "fffe";
            case UTF_16BE -> "feff";
            case WINDOWS_1252 -> "";
        };
        return !mark.isEmpty() && beginsWith(mark) ? mark.length() / 2 : 0;
    }
}
