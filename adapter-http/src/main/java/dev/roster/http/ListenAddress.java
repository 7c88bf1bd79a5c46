package dev.roster.http;

import dev.roster.domain.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;

/** An address that cannot be listened on, and which part of it is to blame. */
record ListenAddress(String host, int port) {
    /** @return CONFLICT naming {@code host} or {@code port} */
    RefusedException refusal() {
        try {
            InetAddress address = InetAddress.getByName(host);
            return isOfThisMachine(address) ? portRefused() : hostRefused("is no address of this machine");
        } catch (UnknownHostException unknown) {
            return hostRefused("is no address, and no name that is known");
        }
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException unknown) {
            return true;
        }
    }

    private RefusedException hostRefused(String why) {
        return RefusedException.conflict(
                "host",
                "cannot listen on host `" + host + "`, it " + why
                        + "; name one with --host, or listen on all with --host 0.0.0.0");
    }

    private RefusedException portRefused() {
        return RefusedException.conflict(
                "port",
                "cannot listen on port " + port + " of `" + host + "`, it is taken or not allowed, choose another");
    }
}
