package pl.odzew.mailbox.mailserver.post;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;

/// A mail on its way to an account, before the receiving server has put its lines on top.
///
/// @param envelopeSender `MAIL FROM`; empty for a bounce
/// @param bytes RFC 5322
/// @param forged whether SPF, DKIM and DMARC fail for the domain that it claims to come from
public record Letter(String envelopeSender, byte[] bytes, boolean forged) {

    public Letter {
        requireNonNull(envelopeSender, "envelopeSender is null");
        requireNonNull(bytes, "bytes is null");
    }

    public static Letter of(String envelopeSender, String text) {
        return new Letter(envelopeSender, text.getBytes(StandardCharsets.UTF_8), false);
    }

    /// The same words from somebody who only claims to be the sender.
    public Letter asForgery() {
        return new Letter(envelopeSender, bytes, true);
    }

    public Rfc5322 content() {
        return new Rfc5322(bytes);
    }
}
