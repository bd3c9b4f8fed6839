package pl.odzew.allegro.messaging;

/// Something in a thread that others must know.
public sealed interface Finding {

    Message message();

    /// Becomes `message.received`.
    ///
    /// @param backlog whether it was written before the account was linked
    record BuyerWrote(Message message, boolean backlog) implements Finding {}

    /// Becomes `message.answered-by-person`.
    record PersonAnswered(Message message) implements Finding {}

    /// A reply of ours of which nothing had been proved stands in the thread after all.
    record ReplyProved(Message message) implements Finding {}
}
