package pl.odzew.mailbox.mailserver.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// A connection as lines and blocks of bytes; characters are bytes (ISO 8859-1), so that nothing is lost.
///
/// One thread reads. Writers see to it that they do not mix.
public final class Wire {

    private static final int LONGEST_LINE = 1 << 20;

    private final Socket socket;
    private final Socket plain;
    private InputStream in;
    private OutputStream out;

    /// @param plain what lies under the TLS of `socket`
    Wire(Socket socket, Socket plain) throws IOException {
        this.socket = socket;
        this.plain = plain;
        in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
        out = new BufferedOutputStream(socket.getOutputStream(), 16 * 1024);
    }

    /// The next line without its end; null when the client is gone.
    public @Nullable String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (line.size() == LONGEST_LINE) {
                throw new IOException("line too long");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    public byte[] read(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    /// Waits until the client goes away, deaf to what it says.
    public void ignoreForEver() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    public Wire write(String text) throws IOException {
        return write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Wire write(byte[] bytes) throws IOException {
        out.write(bytes);
        return this;
    }

    public void writeLine(String line) throws IOException {
        write(line + "\r\n");
    }

    public void flush() throws IOException {
        out.flush();
    }

    /// From here on both directions are raw deflate (RFC 4978).
    public void compress() {
        in = new BufferedInputStream(new InflaterInputStream(in, new Inflater(true)));
        out = new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true), 8192, true);
    }

    public String peer() {
        return plain.getInetAddress().getHostAddress();
    }

    public void close() {
        closeQuietly(socket);
        cut();
    }

    /// Ends the connection without taking leave, not even in TLS, and without waiting for anybody.
    public void cut() {
        closeQuietly(plain);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed then.
        }
    }
}
