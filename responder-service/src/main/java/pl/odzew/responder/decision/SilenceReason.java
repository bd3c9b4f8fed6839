package pl.odzew.responder.decision;

/// Why a buyer's message is not answered. Numbers in brackets are the cases of the domain facts, §4.1 and §4.4.
public enum SilenceReason {
    /// The mailbox or account is not, or no longer, there.
    TARGET_UNKNOWN,
    AUTORESPONDER_OFF,
    /// The mailbox is set to version 3, but its Allegro account is no longer linked.
    ALLEGRO_ACCOUNT_NOT_LINKED,
    /// A message of the API, while the seller lets a mailbox answer (promise 6).
    NOT_VERSION_3,
    /// A mail, while the API answers for its account (promise 6).
    HANDLED_BY_VERSION_3,
    /// The buyer was answered a short time ago, on this way or another (9).
    ALREADY_ANSWERED_WITHIN_WINDOW,
    /// The buyer waited with several messages, and the newest was answered.
    ANSWERED_WITH_A_LATER_MESSAGE,
    /// The seller wrote after the buyer did (33).
    ANSWERED_BY_PERSON,
    /// The buyer waited when the account was linked, and the seller said no.
    DECLINED_BY_SELLER,
    /// Older than the age limit (16, 42).
    TOO_OLD,
    /// Too many answers to one buyer in a short time (18).
    LOOP_BREAKER,
    /// `Return-Path: <>` (1).
    NULL_RETURN_PATH,
    /// It says that a machine wrote it, or asks machines not to answer (2, 6).
    AUTOMATIC_MAIL,
    /// A list's or bulk mail (3, 4, 5).
    MAILING_LIST,
    /// A returned mail (13).
    BOUNCE,
    /// From an address that reads no answers (14).
    NOREPLY_SENDER,
    /// The sender's address is missing or is none (14).
    NO_SENDER,
    /// From the seller himself (8).
    OWN_ADDRESS,
    /// To, Cc and Resent-* do not name the mailbox (7).
    NOT_ADDRESSED_TO_MAILBOX,
    /// There is no address or thread to answer to, or it is a robot's.
    NO_REPLY_ADDRESS
}
