package pl.odzew.portal.decisions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a buyer's message got, as responder-service recorded it; members that an older one does not know are absent.
///
/// @param outcome `REPLY`, `SILENCE` or `WAITING`
/// @param reason why it is silent, or what it waits for
/// @param until when it is decided at the latest
/// @param rule the name of the seller's rule that decided
/// @param failure why the buyer did not get the reply
public record DecisionView(
        String id,
        String messageId,
        String conversationId,
        Target target,
        @Nullable String buyer,
        Instant receivedAt,
        Instant decidedAt,
        String outcome,
        @Nullable String reason,
        @Nullable Instant until,
        @Nullable String rule,
        @Nullable String replyId,
        @Nullable String replyState,
        @Nullable Instant replyStateSince,
        @Nullable String withdrawal,
        @Nullable String failure) {

    /// @param channel `MAILBOX` or `ALLEGRO`
    public record Target(String channel, String id) {}

    public boolean isReply() {
        return outcome.equals("REPLY");
    }

    public boolean isSilence() {
        return outcome.equals("SILENCE");
    }

    public boolean isWaiting() {
        return outcome.equals("WAITING");
    }

    /// Whether a reply was decided and did not reach the buyer.
    public boolean isFailed() {
        return isReply() && failure != null;
    }

    /// As the sheet calls its colour.
    public String tone() {
        return switch (fate()) {
            case "failed" -> "bad";
            case "sent" -> "good";
            case "leaving" -> "accent";
            case "waiting" -> "warn";
            default -> "";
        };
    }

    /// The end of the key of the words for what became of it.
    public String fate() {
        if (isFailed()) {
            return "failed";
        }
        if (isReply()) {
            return "SENT".equals(replyState) ? "sent" : "leaving";
        }
        return isWaiting() ? "waiting" : "silent";
    }
}
