package dev.roster.http;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.WholeNumbers;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a request came from: the peer, or what trusted proxies say before it. */
final class ClientAddresses {
    private static final String HEADER = "X-Forwarded-For";

    /** A network, or a single address as a network of one. */
    private record Network(InetAddress address, int bits) {
        boolean contains(InetAddress other) {
            byte[] own = address.getAddress();
            byte[] asked = other.getAddress();
            if (asked.length != own.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((own[bit / 8] & mask) != (asked[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final Pattern DOTTED =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\[\\]]*)](?::\\d{1,5})?|([0-9.]+):\\d{1,5}");
    private static final Pattern COLONS = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private final List<Network> trusted;

    @Inject
    ClientAddresses(HttpSettings settings) {
        this.trusted =
                settings.trustedProxies().stream().map(ClientAddresses::network).toList();
    }

    /**
     * The nearest address that no trusted proxy vouches for, read from the right. A list stops counting at the first entry
     * that is no address: what stands before it cannot be told from what the client made up.
     */
    String of(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        if (trusted.isEmpty() || !isTrusted(peer)) {
            return peer;
        }
        List<String> hops = hops(request);
        String nearest = peer;
        for (int at = hops.size() - 1; at >= 0; at--) {
            String hop = withoutPort(hops.get(at).strip());
            if (parse(hop) == null) {
                return nearest;
            }
            nearest = hop;
            if (!isTrusted(hop)) {
                return hop;
            }
        }
        return nearest;
    }

    /** All lines of the header are one list, in their order (RFC 9110 §5.3): a proxy may append a line instead of an entry. */
    private static List<String> hops(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HEADER)).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .toList();
    }

    /** Some proxies write the port of the connection too. */
    private static String withoutPort(String hop) {
        Matcher written = WITH_PORT.matcher(hop);
        if (!written.matches()) {
            return hop;
        }
        return written.group(1) == null ? written.group(2) : written.group(1);
    }

    private boolean isTrusted(String address) {
        InetAddress parsed = parse(address);
        return parsed != null && trusted.stream().anyMatch(network -> network.contains(parsed));
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        InetAddress address = parse(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw invalid(text);
        }
        int most = address.getAddress().length * 8;
        try {
            int bits = slash < 0 ? most : WholeNumbers.parse("bits", text.substring(slash + 1), 0, most);
            return new Network(address, bits);
        } catch (RefusedException broken) {
            throw invalid(text);
        }
    }

    private static RefusedException invalid(String text) {
        return RefusedException.invalid(
                "trusted_proxies", "invalid trusted proxy `" + text + "`, expected `192.0.2.7` or `10.0.0.0/8`");
    }

    /** Reads a literal address; a name would be looked up, and a client must not make us do that. */
    private static @Nullable InetAddress parse(String text) {
        if (!DOTTED.matcher(text).matches() && !COLONS.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException broken) {
            return null;
        }
    }
}
