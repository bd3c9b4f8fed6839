package pl.odzew.responder.decision;

/// Why a buyer's message is not answered.
public enum SilenceReason {
    /// The mailbox or account is not, or no longer, there.
    TARGET_UNKNOWN,
    AUTORESPONDER_OFF,
    /// The mailbox is set to version 3, but its Allegro account is no longer linked.
    ALLEGRO_ACCOUNT_NOT_LINKED,
    /// A message of the API, while the seller lets a mailbox answer.
    NOT_VERSION_3,
    /// A mail, while the API answers for its account.
    HANDLED_BY_VERSION_3,
    /// The buyer was answered a short time ago, on this way or another.
    ALREADY_ANSWERED_WITHIN_WINDOW,
    /// The buyer waited with several messages, and the newest was answered.
    ANSWERED_WITH_A_LATER_MESSAGE,
    /// The seller wrote after the buyer did.
    ANSWERED_BY_PERSON,
    /// The seller wrote to the buyer a short time before, and wants no automatic words in between.
    PERSON_ANSWERED_RECENTLY,
    /// A rule of the seller's, or his default, says so.
    SILENT_BY_RULE,
    /// The buyer waited when the account was linked, and the seller said no.
    DECLINED_BY_SELLER,
    /// Older than the age limit.
    TOO_OLD,
    /// Too many answers to one buyer in a short time.
    LOOP_BREAKER,
    /// `Return-Path: <>`.
    NULL_RETURN_PATH,
    /// It says that a machine wrote it (`Auto-Submitted`, RFC 3834), or asks machines not to answer.
    AUTOMATIC_MAIL,
    /// A list's or bulk mail.
    MAILING_LIST,
    /// A returned mail.
    BOUNCE,
    /// From an address that reads no answers.
    NOREPLY_SENDER,
    /// The sender's address is missing or is none.
    NO_SENDER,
    /// A filter of the mail system takes it for spam.
    SPAM,
    /// The seller never wants this buyer answered automatically.
    NEVER_REPLY_LIST,
    /// From the seller himself.
    OWN_ADDRESS,
    /// To, Cc and Resent-* do not name the mailbox.
    NOT_ADDRESSED_TO_MAILBOX,
    /// There is no address or thread to answer to, or it is a robot's.
    NO_REPLY_ADDRESS
}
