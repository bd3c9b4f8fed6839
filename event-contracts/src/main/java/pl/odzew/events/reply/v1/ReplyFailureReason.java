package pl.odzew.events.reply.v1;

/// Why a reply did not reach the buyer.
public enum ReplyFailureReason {
    /// It was withdrawn in time.
    WITHDRAWN,
    /// Its time was over before it could be sent.
    EXPIRED,
    /// A person had answered when it was about to leave.
    ANSWERED_BY_PERSON,
    /// The server refused this recipient or text for good.
    REFUSED,
    /// Accepted, then returned as undeliverable.
    BOUNCED,
    /// The thread takes no more messages.
    CONVERSATION_CLOSED,
    /// The mailbox or account is no longer connected.
    TARGET_GONE
}
