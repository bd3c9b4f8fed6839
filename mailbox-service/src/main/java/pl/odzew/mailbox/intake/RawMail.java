package pl.odzew.mailbox.intake;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A mail as the server gave it.
///
/// @param receivedAt IMAP's `INTERNALDATE`
/// @param gmailMessageId `X-GM-MSGID`, unique for ever within the account; at Gmail only
/// @param gmailThreadId `X-GM-THRID`; at Gmail only
/// @param bytes RFC 5322, possibly cut
/// @param cut whether the mail is longer than `bytes`
public record RawMail(
        Uid uid,
        Instant receivedAt,
        @Nullable String gmailMessageId,
        @Nullable String gmailThreadId,
        byte[] bytes,
        boolean cut) {

    public RawMail {
        requireNonNull(uid, "uid is null");
        requireNonNull(receivedAt, "receivedAt is null");
        requireNonNull(bytes, "bytes is null");
    }

    /// The mail may be a private one: nothing of it is shown.
    @Override
    public String toString() {
        return "RawMail[uid " + uid.value() + ", " + bytes.length + " bytes]";
    }
}
