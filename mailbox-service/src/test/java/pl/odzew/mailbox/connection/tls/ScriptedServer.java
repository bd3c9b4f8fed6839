package pl.odzew.mailbox.connection.tls;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;

/// A server that says what a test tells it to, line by line: for what no real one does on demand.
public final class ScriptedServer implements AutoCloseable {

    /// What happens on one connection; when it ends, the server hangs up.
    public interface Script {
        void play(Line line) throws IOException;
    }

    private final ServerSocket listener;
    private final boolean tls;
    private final Script script;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    private ScriptedServer(boolean tls, Script script) {
        this.tls = tls;
        this.script = script;
        try {
            InetAddress here = InetAddress.getByName("localhost");
            this.listener = tls
                    ? TestCertificate.serverContext().getServerSocketFactory().createServerSocket(0, 10, here)
                    : new ServerSocket(0, 10, here);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public static ScriptedServer withTls(Script script) {
        return new ScriptedServer(true, script);
    }

    public static ScriptedServer inClear(Script script) {
        return new ScriptedServer(false, script);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /// Every line that a client said, on whichever connection.
    public List<String> heard() {
        return List.copyOf(heard);
    }

    public int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                Socket socket = listener.accept();
                open.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> play(socket));
            }
        } catch (IOException _) {
            // closed by the test
        }
    }

    private void play(Socket socket) {
        try (socket) {
            if (tls) {
                ((SSLSocket) socket).startHandshake();
            }
            script.play(new Line(socket));
        } catch (IOException _) {
            // the client has gone: the test sees it
        }
    }

    /// One connection as the script sees it.
    public final class Line {

        private Socket socket;

        private Line(Socket socket) {
            this.socket = socket;
        }

        /// Says lines, each with CRLF.
        public Line say(String... lines) throws IOException {
            for (String line : lines) {
                sayRaw(line + "\r\n");
            }
            return this;
        }

        public Line sayRaw(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return this;
        }

        /// Hears one line, without its end.
        public String hear() throws IOException {
            StringBuilder line = new StringBuilder();
            InputStream in = socket.getInputStream();
            int b = in.read();
            while (b >= 0 && b != '\n') {
                line.append((char) b);
                b = in.read();
            }
            if (b < 0) {
                throw new IOException("the client has gone");
            }
            String text = line.toString().strip();
            heard.add(text);
            return text;
        }

        /// Hears an IMAP command and gives its tag.
        public String hearTag() throws IOException {
            return hear().split(" ")[0];
        }

        /// Hears lines until one is the given.
        public void hearUntil(String last) throws IOException {
            while (!hear().equals(last)) {}
        }

        /// Goes on with TLS, as after STARTTLS.
        public void startTls() throws IOException {
            SSLSocket secure = (SSLSocket) TestCertificate.serverContext()
                    .getSocketFactory()
                    .createSocket(socket, "localhost", socket.getPort(), true);
            secure.setUseClientMode(false);
            secure.startHandshake();
            socket = secure;
        }

        /// Says nothing any more until the client leaves.
        public void hang() throws IOException {
            while (true) {
                hear();
            }
        }
    }
}
