package dev.roster.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** A connection on which a test sends what no client library would, when it wants to. */
final class RawConnection implements AutoCloseable {
    /** When a test gives up. Nothing that passes takes so long. */
    static final Duration FOREVER = Duration.ofSeconds(25);

    private final Socket socket = new Socket();

    RawConnection(int port) throws IOException {
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setTcpNoDelay(true);
    }

    RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Reads one answer, its header and as much of a body as it announces. */
    Raw answer() throws IOException {
        socket.setSoTimeout((int) FOREVER.toMillis());
        InputStream in = socket.getInputStream();
        String header = header(in);
        int at = header.toLowerCase(Locale.ROOT).indexOf("content-length: ");
        int length = at < 0 ? 0 : Integer.parseInt(header.substring(at + 16, header.indexOf('\r', at)));
        return new Raw(header, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String header(InputStream in) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        while (!header.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + header);
            }
            header.write(next);
        }
        return header.toString(StandardCharsets.ISO_8859_1);
    }

    /** Whether the server closes the connection while a text goes over it again and again. */
    boolean isClosedWhileSending(String drop) throws IOException {
        socket.setSoTimeout(50);
        long start = System.nanoTime();
        boolean open = true;
        while (open && System.nanoTime() - start < FOREVER.toNanos()) {
            open = isOpenAfterSending(drop);
        }
        return !open;
    }

    private boolean isOpenAfterSending(String drop) {
        try {
            send(drop);
            return socket.getInputStream().read(new byte[1 << 16]) >= 0;
        } catch (SocketTimeoutException nothingCame) {
            return true;
        } catch (IOException reset) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** An answer as it came over the line. */
    record Raw(String header, String body) {
        int status() {
            return Integer.parseInt(header.substring(9, 12));
        }
    }
}
