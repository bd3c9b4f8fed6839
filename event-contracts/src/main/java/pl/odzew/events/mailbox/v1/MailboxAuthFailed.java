package pl.odzew.events.mailbox.v1;

import static java.util.Objects.requireNonNull;

/// `mailbox.auth-failed.v1`: the mail server refuses the saved credential, for certain; once per credential problem.
public record MailboxAuthFailed(MailboxSnapshot mailbox, AuthFailure failure) implements MailboxEvent {

    public MailboxAuthFailed {
        requireNonNull(mailbox, "mailbox is null");
        requireNonNull(failure, "failure is null");
    }
}
