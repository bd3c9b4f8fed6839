package pl.odzew.events.reply.v1;

/// Which limit holds a reply back.
public enum DeferralReason {
    /// The share of the mailbox's daily sending limit that Odzew leaves itself, or the provider's own.
    DAILY_MAIL_LIMIT,
    /// Allegro's daily limit of messages.
    DAILY_MESSAGE_LIMIT
}
