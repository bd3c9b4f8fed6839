package pl.odzew.bench.mailbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/// An IMAP server with TLS whose every mailbox is empty and stays so: signs anybody in and idles.
final class IdleServer implements AutoCloseable {

    private static final int BACKLOG = 10_000;
    private static final int BUFFER = 512;

    private final SSLServerSocket server;
    private final AtomicInteger idling = new AtomicInteger();

    IdleServer(SSLContext tls) {
        try {
            server = (SSLServerSocket)
                    tls.getServerSocketFactory().createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /// How many connections idle at the moment.
    int idling() {
        return idling.get();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket;
                var in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII), BUFFER)) {
            OutputStream out = socket.getOutputStream();
            say(out, "* OK ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", 3);
                String tag = words[0];
                switch (words.length < 2 ? "" : words[1].toUpperCase(Locale.ROOT)) {
                    case "CAPABILITY" ->
                        say(out, "* CAPABILITY IMAP4rev1 IDLE ID SASL-IR AUTH=PLAIN", tag + " OK done");
                    case "EXAMINE" ->
                        say(
                                out,
                                "* 0 EXISTS",
                                "* OK [UIDVALIDITY 1] told",
                                "* OK [UIDNEXT 1] told",
                                tag + " OK [READ-ONLY] done");
                    case "UID" -> say(out, "* SEARCH", tag + " OK done");
                    case "IDLE" -> idle(in, out, tag);
                    case "LOGOUT" -> {
                        say(out, "* BYE", tag + " OK done");
                        return;
                    }
                    default -> say(out, tag + " OK done");
                }
            }
        } catch (IOException _) {
            // The client has gone.
        }
    }

    private void idle(BufferedReader in, OutputStream out, String tag) throws IOException {
        say(out, "+ idling");
        idling.incrementAndGet();
        try {
            in.readLine();
        } finally {
            idling.decrementAndGet();
        }
        say(out, tag + " OK done");
    }

    private static void say(OutputStream out, String... lines) throws IOException {
        out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
