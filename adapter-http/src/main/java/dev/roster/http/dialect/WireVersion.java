package dev.roster.http.dialect;

import dev.roster.http.web.Call;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The release that a client reports, for protocols that changed between releases. */
public record WireVersion(int major, int minor) {
    private static final Pattern LEADING = Pattern.compile("([0-9]{1,6})\\.([0-9]{1,6}).*");

    /** What the header says; where it is absent or says nothing, the client is taken to be of the newest. */
    public static WireVersion of(Call call, String header) {
        String said = call.context().req().getHeader(header);
        Matcher numbers = LEADING.matcher(said == null ? "" : said);
        return numbers.matches()
                ? new WireVersion(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)))
                : new WireVersion(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    public boolean isBefore(int otherMajor, int otherMinor) {
        return major < otherMajor || (major == otherMajor && minor < otherMinor);
    }
}
