package pl.odzew.events.mailbox.v1;

import com.fasterxml.jackson.annotation.JsonIgnore;
import pl.odzew.events.Event;
import pl.odzew.events.SellerId;

/// An event about a mailbox; the key is the mailbox id.
public sealed interface MailboxEvent extends Event
        permits MailboxConnected,
                MailboxCredentialChanged,
                MailboxAuthFailed,
                MailboxRecovered,
                MailboxUnreachable,
                MailboxPaused,
                MailboxResumed,
                MailboxDisconnected {

    /// The mailbox as it is after the event.
    MailboxSnapshot mailbox();

    @Override
    @JsonIgnore
    default SellerId sellerId() {
        return mailbox().sellerId();
    }

    @Override
    @JsonIgnore
    default String key() {
        return mailbox().mailboxId().toString();
    }
}
