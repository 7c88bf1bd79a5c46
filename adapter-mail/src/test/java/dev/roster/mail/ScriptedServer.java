package dev.roster.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that answers as a test tells it to, and remembers what it heard in clear and under TLS. */
final class ScriptedServer implements AutoCloseable {
    /** Instead of an answer: the line goes dead. */
    static final String HANG_UP = "";

    private final ServerSocket socket;
    private final @Nullable SSLContext tls;
    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            "EHLO", "250-scripted\r\n250 AUTH PLAIN",
            "AUTH", "235 welcome",
            "MAIL", "250 ok",
            "RCPT", "250 ok",
            "DATA", "354 go on",
            ".", "250 taken",
            "QUIT", "221 bye",
            "STARTTLS", "220 go on"));
    private final List<String> heardInClear = new CopyOnWriteArrayList<>();
    private final List<String> heardSecretly = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();

    /** @param tls what it offers STARTTLS with, or null not to offer it */
    ScriptedServer(@Nullable SSLContext tls) throws IOException {
        this.tls = tls;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        if (tls != null) {
            answers.put("EHLO", "250-scripted\r\n250-STARTTLS\r\n250 AUTH PLAIN");
        }
        Thread listening = new Thread(this::listen, "scripted-server");
        listening.setDaemon(true);
        listening.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** @param command the first word of a line, or a full stop for the end of a mail */
    void answer(String command, String answer) {
        answers.put(command, answer);
    }

    List<String> heardInClear() {
        return heardInClear;
    }

    List<String> heardSecretly() {
        return heardSecretly;
    }

    /** The mails that came to their end, whatever was answered. */
    List<String> mails() {
        return mails;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client, heardInClear, "220 scripted\r\n");
            } catch (IOException over) {
                // The next client gets its turn, unless the server was closed.
            }
        }
    }

    private void talk(Socket client, List<String> heard, String greeting) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client, greeting);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            String answer = answers.getOrDefault(command, "502 what");
            if (answer.equals(HANG_UP)) {
                return;
            }
            say(client, answer + "\r\n");
            if (command.equals("STARTTLS") && tls != null) {
                talk(secured(client, tls), heardSecretly, "");
                return;
            }
            if (command.equals("DATA") && answer.startsWith("3") && !takeMail(client, in)) {
                return;
            }
        }
    }

    private boolean takeMail(Socket client, BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        mails.add(mail.toString());
        String answer = answers.getOrDefault(".", HANG_UP);
        if (answer.equals(HANG_UP)) {
            return false;
        }
        say(client, answer + "\r\n");
        return true;
    }

    private static Socket secured(Socket client, SSLContext tls) throws IOException {
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), false);
        secured.setUseClientMode(false);
        return secured;
    }

    private static void say(Socket client, String text) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
