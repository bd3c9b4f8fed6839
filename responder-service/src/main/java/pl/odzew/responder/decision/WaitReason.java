package pl.odzew.responder.decision;

/// What a message waits for before it can be decided; none waits longer than the age limit.
public enum WaitReason {
    /// It was there before the account was linked: the seller is asked once.
    SELLER_IS_ASKED,
    /// A message of the API, while a mail to the same buyer is on its way, or was withdrawn on the move
    /// to version 3 and may have left all the same.
    MAIL_REPLY_IN_FLIGHT,
    /// A message of the API, while the seller lets a mailbox answer that cannot be read: the seller may move to
    /// version 3, or the mailbox may come back and answer the mail.
    MAILBOX_NOT_READ,
    /// The seller lets a person be first for some time.
    DELAYED,
    /// The seller's or the installation's stop switch holds all replies.
    STOPPED
}
