package dev.roster.persistence.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A wire to a server of this machine that can be cut, or stop to carry anything while both ends think it is there. */
final class Wire implements AutoCloseable {
    private enum State {
        CARRYING,
        SILENT,
        CUT
    }

    private final ServerSocket entry;
    private final int to;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile State state = State.CARRYING;

    Wire(int to) throws IOException {
        this.to = to;
        this.entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return entry.getLocalPort();
    }

    /** From now on nothing comes through, and nobody is told: as with a machine that lost its power. */
    void silence() {
        state = State.SILENT;
    }

    /** From now on all connections are broken, and new ones too: as with a server that was stopped. */
    void cut() {
        state = State.CUT;
        breakAll();
    }

    /** A new wire: what hung on the old one is broken. */
    void mend() {
        breakAll();
        state = State.CARRYING;
    }

    private void breakAll() {
        ends.forEach(Wire::close);
        ends.clear();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                connect(entry.accept());
            } catch (IOException ended) {
                return;
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (state == State.CUT) {
            close(client);
            return;
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), to);
        ends.addAll(List.of(client, server));
        daemon(() -> carry(client, server));
        daemon(() -> carry(server, client));
    }

    private void carry(Socket from, Socket into) {
        byte[] some = new byte[8_192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = into.getOutputStream();
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                if (state == State.CARRYING) {
                    out.write(some, 0, count);
                    out.flush();
                }
            }
        } catch (IOException broken) {
            // The other end learns of it below.
        }
        if (state != State.SILENT) {
            close(from);
            close(into);
        }
    }

    private static void close(Socket end) {
        try {
            end.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        entry.close();
        breakAll();
    }
}
