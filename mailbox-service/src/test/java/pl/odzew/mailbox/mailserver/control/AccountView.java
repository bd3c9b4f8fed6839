package pl.odzew.mailbox.mailserver.control;

import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.LoginPolicy;
import pl.odzew.mailbox.mailserver.post.Protocol;
import pl.odzew.mailbox.mailserver.post.RefusalCase;

/// An account as it is at present.
public record AccountView(
        String address,
        String name,
        LoginPolicy policy,
        @Nullable RefusalCase refusal,
        int openImapConnections,
        int openSmtpConnections) {

    static AccountView of(Account account) {
        return new AccountView(
                account.address(),
                account.name(),
                account.policy(),
                account.refusal().map(refusal -> refusal.kind()).orElse(null),
                account.openConnections(Protocol.IMAP),
                account.openConnections(Protocol.SMTP));
    }
}
