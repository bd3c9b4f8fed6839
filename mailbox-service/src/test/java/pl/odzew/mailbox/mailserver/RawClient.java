package pl.odzew.mailbox.mailserver;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// A person with a TLS terminal: says lines, hears lines, and trusts nothing but the server's own certificate.
final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 5_000;

    private final SSLSocket socket;

    private RawClient(SSLSocket socket) {
        this.socket = socket;
    }

    static RawClient imap(MailServer server) {
        RawClient client = connect(server, server.imapPort());
        client.hear();
        return client;
    }

    static RawClient smtp(MailServer server) {
        RawClient client = connect(server, server.smtpPort());
        client.hear();
        client.say("EHLO localhost");
        client.hearReply();
        return client;
    }

    static RawClient signedIn(MailServer server, String address, String password) {
        RawClient client = imap(server);
        client.ask("L LOGIN " + address + " " + password);
        return client;
    }

    static RawClient submitting(MailServer server, String address, String password) {
        RawClient client = smtp(server);
        client.say("AUTH PLAIN " + base64("\0" + address + "\0" + password));
        client.hearReply();
        return client;
    }

    private static RawClient connect(MailServer server, int port) {
        try {
            SSLSocket socket = (SSLSocket) trusting(server).getSocketFactory().createSocket(MailServer.HOST, port);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new RawClient(socket);
        } catch (Exception e) {
            throw new AssertionError("no connection", e);
        }
    }

    static SSLContext trusting(MailServer server) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(server.certificateAuthority())) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    RawClient say(String line) {
        try {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("cannot speak", e);
        }
        return this;
    }

    /// The next line.
    ///
    /// @throws AssertionError when the server closed the connection or keeps silent
    String hear() {
        try {
            StringBuilder line = new StringBuilder();
            for (int b = socket.getInputStream().read();
                    b != '\n';
                    b = socket.getInputStream().read()) {
                if (b < 0) {
                    throw new AssertionError("the server closed the connection");
                }
                line.append((char) b);
            }
            return line.toString().stripTrailing();
        } catch (IOException e) {
            throw new AssertionError("heard nothing: " + e.getMessage(), e);
        }
    }

    /// Says an IMAP command, and hears all up to the line with its tag.
    List<String> ask(String command) {
        say(command);
        return hearUpTo(command.substring(0, command.indexOf(' ')) + " ");
    }

    List<String> hearUpTo(String prefix) {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(hear());
        } while (!lines.getLast().startsWith(prefix));
        return lines;
    }

    /// The lines of an SMTP reply.
    List<String> hearReply() {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(hear());
        } while (lines.getLast().charAt(3) == '-');
        return lines;
    }

    String askSmtp(String command) {
        say(command);
        return String.join("\n", hearReply());
    }

    /// Whether the server ended the connection; waits for it.
    boolean isCut() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    void beImpatient() {
        try {
            socket.setSoTimeout(300);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Gone already.
        }
    }
}
