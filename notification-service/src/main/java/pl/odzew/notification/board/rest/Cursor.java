package pl.odzew.notification.board.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import pl.odzew.notification.board.Notification;
import pl.odzew.notification.problem.rest.InvalidFieldException;

/// The position after a notification in the list; opaque to callers.
record Cursor(Instant openedAt, UUID id) {

    private static final String SEPARATOR = " ";

    /// Before the first: later than any notification can be.
    static Cursor start() {
        return new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(0, 0));
    }

    static Cursor after(Notification notification) {
        return new Cursor(notification.openedAt(), notification.id());
    }

    static Cursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), US_ASCII).split(SEPARATOR);
            if (parts.length == 2) {
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (IllegalArgumentException | DateTimeException _) {
            // Not one of ours, as anything else that is unreadable.
        }
        throw new InvalidFieldException("cursor", "not a cursor that this list gave");
    }

    String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((openedAt + SEPARATOR + id).getBytes(US_ASCII));
    }
}
