package pl.odzew.mailbox.mailserver.control;

import java.time.Instant;

/// Where a letter came to lie.
///
/// @param deliveredAt ISO 8601
public record Delivered(long uid, String gmailMessageId, String deliveredAt) {

    public Instant delivered() {
        return Instant.parse(deliveredAt);
    }
}
