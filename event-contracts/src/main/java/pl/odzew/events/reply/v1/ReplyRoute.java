package pl.odzew.events.reply.v1;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;

/// Where an answer goes: taken from the message by the service that read it, handed back to it with the reply.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReplyRoute.Mail.class, name = "MAIL"),
    @JsonSubTypes.Type(value = ReplyRoute.AllegroThread.class, name = "ALLEGRO_THREAD"),
    @JsonSubTypes.Type(value = ReplyRoute.AllegroIssue.class, name = "ALLEGRO_ISSUE")
})
public sealed interface ReplyRoute {

    /// A mail to the buyer's masked address.
    ///
    /// @param to with its `+id` part, without which Allegro refuses the mail
    /// @param messageId of the buyer's mail, with its angle brackets; absent where the mail had none
    /// @param references Message-IDs of the thread before that mail, oldest first
    /// @param receivedAt when the buyer's mail came; an answer of a person's after it makes ours unwanted
    /// @param providerThreadId `X-GM-THRID` at Gmail
    record Mail(
            MailAddress to,
            @Nullable String messageId,
            List<String> references,
            Instant receivedAt,
            @Nullable String providerThreadId)
            implements ReplyRoute {

        public Mail {
            requireNonNull(to, "to is null");
            references = List.copyOf(references);
            requireNonNull(receivedAt, "receivedAt is null");
        }
    }

    /// A message in a thread of Allegro's Message Center.
    ///
    /// @param messageId the buyer's message; a newer one of the seller's makes ours unwanted
    record AllegroThread(String threadId, String messageId, Instant createdAt) implements ReplyRoute {

        public AllegroThread {
            requireNonNull(threadId, "threadId is null");
            requireNonNull(messageId, "messageId is null");
            requireNonNull(createdAt, "createdAt is null");
        }
    }

    /// A message in the chat of a claim or dispute (`/sale/issues`).
    record AllegroIssue(String issueId, String messageId, Instant createdAt) implements ReplyRoute {

        public AllegroIssue {
            requireNonNull(issueId, "issueId is null");
            requireNonNull(messageId, "messageId is null");
            requireNonNull(createdAt, "createdAt is null");
        }
    }
}
