package dev.roster.bench.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One connection to a server on this machine, kept open, and just enough HTTP/1.1 to ask and to read the whole answer.
 * Whatever a client costs is taken from the server here, as both share the cores; so it costs as little as can be.
 */
public final class KeepAliveClient implements AutoCloseable {
    private static final Duration MOST = Duration.ofSeconds(10);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    KeepAliveClient(int port) throws IOException {
        this(port, MOST);
    }

    /** Waits for each answer for so long at most. */
    public KeepAliveClient(int port, Duration most) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) most.toMillis());
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** An answer; header names are in lower case. */
    public record Answer(int status, Map<String, String> headers, String body) {}

    public static byte[] get(String path, String bearer) {
        return getWith(path, "Authorization: Bearer " + bearer);
    }

    /** @param header a line that says who asks */
    public static byte[] getWith(String path, String header) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n" + header + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Asks for a page as a browser that holds a session. */
    static byte[] page(String path, String session) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nCookie: sessionid=" + session
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] post(String path, String json) {
        return post(path, "Content-Type: application/json", json);
    }

    /** @param headers lines, of which one names the type of the body */
    public static byte[] post(String path, String headers, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\nContent-Length: " + length
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Creates something as who has that credential. */
    static byte[] post(String path, String json, String bearer) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return ("POST " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + bearer + "\r\nContent-Length: " + body.length + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The same request for an answer at least as fresh. */
    static byte[] atLeast(String mark, byte[] request) {
        return new String(request, StandardCharsets.UTF_8)
                .replaceFirst("\r\n", "\r\nRoster-Fresh-As: " + mark + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Sends a request and reads the answer; anything but the status that is due is a failure. */
    public Answer send(byte[] request, int due) throws IOException {
        out.write(request);
        out.flush();
        String start = line();
        int status = Integer.parseInt(start.substring(9, 12));
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        String body = new String(
                "chunked".equals(headers.get("transfer-encoding"))
                        ? chunks()
                        : in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))),
                StandardCharsets.UTF_8);
        if (status != due) {
            throw new IOException("unexpected answer " + start + " " + body);
        }
        return new Answer(status, headers, body);
    }

    /** A body in pieces (RFC 9112 §7.1), without trailers. */
    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(length));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
