package pl.odzew.notification.delivery;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// One mail to a seller: the same through every attempt to send it.
public record MailId(UUID value) {

    public MailId {
        requireNonNull(value, "value is null");
    }

    public static MailId random() {
        return new MailId(UUID.randomUUID());
    }

    /// The `Message-ID`, so that a mail which left twice after a crash is one mail to whoever reads it.
    public String messageId(String domain) {
        return "<" + value + "@" + domain + ">";
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
