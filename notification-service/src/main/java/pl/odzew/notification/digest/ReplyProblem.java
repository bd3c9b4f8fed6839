package pl.odzew.notification.digest;

/// What is wrong with a reply, or with replies.
public enum ReplyProblem {
    /// Allegro holds it back from the buyer.
    BLOCKED,
    /// A daily limit holds it back until tomorrow.
    DAILY_LIMIT,
    /// Whether the buyer has got it cannot be known.
    UNKNOWN,
    /// Three in a row have failed: it is no longer about one buyer.
    FAILING
}
