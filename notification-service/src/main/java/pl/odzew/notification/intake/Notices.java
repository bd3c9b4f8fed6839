package pl.odzew.notification.intake;

import pl.odzew.events.MailAddress;
import pl.odzew.events.account.v1.AccountAuthFailed;
import pl.odzew.events.account.v1.AccountEvent;
import pl.odzew.events.account.v1.AccountLinked;
import pl.odzew.events.account.v1.AccountRecovered;
import pl.odzew.events.account.v1.AccountSnapshot;
import pl.odzew.events.account.v1.AccountStatus;
import pl.odzew.events.account.v1.AccountUnlinked;
import pl.odzew.events.mailbox.v1.AuthFailure;
import pl.odzew.events.mailbox.v1.MailboxAuthFailed;
import pl.odzew.events.mailbox.v1.MailboxConnected;
import pl.odzew.events.mailbox.v1.MailboxCredentialChanged;
import pl.odzew.events.mailbox.v1.MailboxDisconnected;
import pl.odzew.events.mailbox.v1.MailboxEvent;
import pl.odzew.events.mailbox.v1.MailboxPaused;
import pl.odzew.events.mailbox.v1.MailboxRecovered;
import pl.odzew.events.mailbox.v1.MailboxResumed;
import pl.odzew.events.mailbox.v1.MailboxSnapshot;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.events.mailbox.v1.MailboxUnreachable;
import pl.odzew.notification.alert.Happening;
import pl.odzew.notification.alert.Notice;
import pl.odzew.notification.alert.Problem;
import pl.odzew.notification.alert.Subject;
import pl.odzew.notification.alert.SubjectKind;

/// Reads events as notices.
public final class Notices {

    private Notices() {}

    public static Notice of(MailboxEvent event) {
        MailboxSnapshot mailbox = event.mailbox();
        var subject = new Subject(
                mailbox.mailboxId().value(),
                SubjectKind.MAILBOX,
                mailbox.sellerId(),
                mailbox.address().value(),
                mailbox.address());
        return new Notice(subject, mailbox.version(), happening(event));
    }

    public static Notice of(AccountEvent event) {
        AccountSnapshot account = event.account();
        MailAddress address =
                account.addresses().isEmpty() ? null : account.addresses().getFirst();
        var subject = new Subject(
                account.accountId().value(), SubjectKind.ALLEGRO_ACCOUNT, account.sellerId(), account.login(), address);
        return new Notice(subject, account.version(), happening(event));
    }

    /// A new credential alone closes nothing: that it works is told by the recovery that follows.
    private static Happening happening(MailboxEvent event) {
        return switch (event) {
            case MailboxAuthFailed failed -> new Happening.Failed(problem(failed));
            case MailboxRecovered recovered -> new Happening.Recovered(recovered.credentialChanged());
            case MailboxConnected connected -> recoveredIf(connected.mailbox().status() == MailboxStatus.OK);
            case MailboxDisconnected _ -> new Happening.Gone();
            case MailboxCredentialChanged _, MailboxUnreachable _, MailboxPaused _, MailboxResumed _ ->
                new Happening.Other();
        };
    }

    private static Happening happening(AccountEvent event) {
        return switch (event) {
            case AccountAuthFailed failed -> new Happening.Failed(problem(failed));
            case AccountRecovered _ -> new Happening.Recovered(true);
            case AccountLinked linked -> recoveredIf(linked.account().status() == AccountStatus.LINKED);
            case AccountUnlinked _ -> new Happening.Gone();
        };
    }

    private static Happening recoveredIf(boolean works) {
        return works ? new Happening.Recovered(true) : new Happening.Other();
    }

    private static Problem problem(MailboxAuthFailed failed) {
        AuthFailure failure = failed.failure();
        return new Problem.MailboxRefused(
                failed.mailbox().provider(),
                failed.mailbox().credentialVersion(),
                failure.reason(),
                failure.serverWords(),
                failure.helpUrl(),
                failure.firstRefusedAt(),
                failure.remedies());
    }

    private static Problem problem(AccountAuthFailed failed) {
        return new Problem.AccountRefused(
                failed.reason(), failed.serverWords(), failed.account().statusSince());
    }
}
