package pl.odzew.mailbox.sending;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.ReplyId;

/// An automatic reply, ready to be handed to a server (RFC 3834 §3, RFC 5230 §5).
///
/// @param messageId fixed by the reply's id, with its angle brackets, so that it can be looked for in the Sent
///     folder
/// @param inReplyTo the buyer's Message-ID; absent where there was none, and then nothing is invented
/// @param references oldest first, the buyer's last
/// @param files that go with it
public record OutgoingMail(
        ReplyId replyId,
        MailAddress from,
        MailAddress to,
        String subject,
        String text,
        String messageId,
        @Nullable String inReplyTo,
        List<String> references,
        Instant date,
        List<File> files) {

    /// Carries the reply's id, so that our replies are told apart from a person's whatever the server
    /// does to Message-ID.
    public static final String REPLY_HEADER = "X-Odzew-Reply";

    public OutgoingMail {
        requireNonNull(replyId, "replyId is null");
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(text, "text is null");
        requireNonNull(messageId, "messageId is null");
        references = List.copyOf(references);
        requireNonNull(date, "date is null");
        files = List.copyOf(files);
    }

    /// Without files.
    public OutgoingMail(
            ReplyId replyId,
            MailAddress from,
            MailAddress to,
            String subject,
            String text,
            String messageId,
            @Nullable String inReplyTo,
            List<String> references,
            Instant date) {
        this(replyId, from, to, subject, text, messageId, inReplyTo, references, date, List.of());
    }

    /// A file as the buyer sees it.
    public record File(String name, String mediaType, byte[] bytes) {

        public File {
            requireNonNull(name, "name is null");
            requireNonNull(mediaType, "mediaType is null");
            requireNonNull(bytes, "bytes is null");
        }

        @Override
        public String toString() {
            return "File[" + bytes.length + " bytes]";
        }
    }

    /// The words are the seller's.
    @Override
    public String toString() {
        return "OutgoingMail[" + replyId + "]";
    }
}
