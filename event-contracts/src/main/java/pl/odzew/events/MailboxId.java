package pl.odzew.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One IMAP and SMTP account that a seller connected.
public record MailboxId(@JsonValue UUID value) {

    public MailboxId {
        requireNonNull(value, "value is null");
    }

    /// Reads the canonical form; throws [IllegalArgumentException] for anything else.
    @JsonCreator
    public static MailboxId of(String value) {
        return new MailboxId(UUID.fromString(value));
    }

    public static MailboxId random() {
        return new MailboxId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
