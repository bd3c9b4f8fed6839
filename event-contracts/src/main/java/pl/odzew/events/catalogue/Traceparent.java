package pl.odzew.events.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import pl.odzew.events.EventId;

/// W3C trace contexts for the header `traceparent`.
///
/// A trace is one buyer's message and all that comes of it. Its id follows from the message's, so that whatever is read
/// again after a crash, by whichever replica, belongs to the same trace, and no service must keep a header with its
/// rows.
public final class Traceparent {

    private static final String VERSION = "00";

    /// Every trace may be recorded; a service's sampler decides by the trace id, and so all of them alike.
    private static final String SAMPLED = "01";

    private static final int TRACE_ID_BYTES = 16;
    private static final int SPAN_ID_BYTES = 8;

    private Traceparent() {}

    /// The context of what a message causes; its parent span stands for the buyer who wrote.
    ///
    /// @param message the id of the `message.received`
    public static String ofMessage(EventId message) {
        byte[] digest = sha256(message.value().getBytes(UTF_8));
        HexFormat hex = HexFormat.of();
        return String.join(
                "-",
                VERSION,
                hex.formatHex(Arrays.copyOf(digest, TRACE_ID_BYTES)),
                hex.formatHex(Arrays.copyOfRange(digest, TRACE_ID_BYTES, TRACE_ID_BYTES + SPAN_ID_BYTES)),
                SAMPLED);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
