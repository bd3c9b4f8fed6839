package pl.odzew.mailbox.dovecot;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Delivers mails as the last server on their way does (RFC 2033), one after the other over one connection.
public final class Lmtp implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    Lmtp(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out = new BufferedOutputStream(socket.getOutputStream());
            expect("220");
            say("LHLO localhost", "250");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns when the mail lies in the user's INBOX.
    ///
    /// @param mail with LF or CRLF at the end of its lines
    public void deliver(String user, String mail) {
        try {
            say("MAIL FROM:<buyer@allegromail.pl>", "250");
            say("RCPT TO:<" + user + ">", "250");
            say("DATA", "354");
            String text = mail.replace("\r\n", "\n").replace("\n.", "\n..").replace("\n", "\r\n");
            out.write(text.getBytes(StandardCharsets.UTF_8));
            say(text.endsWith("\r\n") ? "." : "\r\n.", "250");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void say(String line, String code) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        expect(code);
    }

    private void expect(String code) throws IOException {
        String line = in.readLine();
        while (line != null && line.startsWith(code + "-")) {
            line = in.readLine();
        }
        if (line == null || !line.startsWith(code)) {
            throw new IOException("LMTP: " + code + " expected, not " + line);
        }
    }
}
