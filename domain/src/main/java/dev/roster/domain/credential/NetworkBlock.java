package dev.roster.domain.credential;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/**
 * What counts as one network address: a whole /64 of IPv6, because a host with one address there has them all. Text that is
 * not a numeric address stays unchanged.
 */
public record NetworkBlock(String value) {
    private static final int BYTES_OF_PREFIX = 8;

    public static NetworkBlock of(String address) {
        if (address.indexOf(':') < 0) {
            return new NetworkBlock(address);
        }
        try {
            // A text with a colon is never looked up.
            InetAddress parsed = InetAddress.getByName(withoutZone(address));
            return new NetworkBlock(parsed instanceof Inet6Address ? prefix(parsed) : parsed.getHostAddress());
        } catch (UnknownHostException noAddress) {
            return new NetworkBlock(address);
        }
    }

    /** The zone of a link-local address names an interface of this machine. */
    private static String withoutZone(String address) {
        String bare =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        int zone = bare.indexOf('%');
        return zone < 0 ? bare : bare.substring(0, zone);
    }

    private static String prefix(InetAddress address) {
        return HexFormat.of().formatHex(address.getAddress(), 0, BYTES_OF_PREFIX) + "/64";
    }

    @Override
    public String toString() {
        return value;
    }
}
