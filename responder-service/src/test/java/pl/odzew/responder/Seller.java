package pl.odzew.responder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import pl.odzew.events.AccountId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.account.v1.AccountLinked;
import pl.odzew.events.account.v1.AccountSnapshot;
import pl.odzew.events.account.v1.AccountStatus;
import pl.odzew.events.account.v1.AccountUnlinked;
import pl.odzew.events.mailbox.v1.CredentialShape;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.MailboxConnected;
import pl.odzew.events.mailbox.v1.MailboxDisconnected;
import pl.odzew.events.mailbox.v1.MailboxPaused;
import pl.odzew.events.mailbox.v1.MailboxRecovered;
import pl.odzew.events.mailbox.v1.MailboxSnapshot;
import pl.odzew.events.mailbox.v1.MailboxStatus;

/// A seller with one mailbox and one Allegro account that takes mail from it.
public record Seller(SellerId id, String name, MailboxId mailboxId, AccountId accountId) {

    public static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    public static Seller named(String name) {
        return withId(name + "-" + UUID.randomUUID(), name);
    }

    public static Seller withId(String id, String name) {
        return new Seller(new SellerId(id), name, MailboxId.random(), AccountId.random());
    }

    public MailAddress address() {
        return new MailAddress(name + "@gmail.com");
    }

    public Target mailbox() {
        return Target.of(mailboxId);
    }

    public Target account() {
        return Target.of(accountId);
    }

    public MailboxConnected connectsMailbox() {
        return new MailboxConnected(mailboxAt(1, MailboxStatus.OK));
    }

    public MailboxDisconnected disconnectsMailbox() {
        return new MailboxDisconnected(mailboxAt(2, MailboxStatus.DISCONNECTED));
    }

    public MailboxPaused losesMailbox() {
        return new MailboxPaused(mailboxAt(3, MailboxStatus.PAUSED));
    }

    public MailboxRecovered recoversMailbox() {
        return new MailboxRecovered(mailboxAt(4, MailboxStatus.OK), LONG_AGO, true);
    }

    /// The mailbox as its service tells of it once more.
    public MailboxRecovered mailboxIs(long version, boolean working) {
        return new MailboxRecovered(
                mailboxAt(version, working ? MailboxStatus.OK : MailboxStatus.AUTH_FAILED), LONG_AGO, false);
    }

    public SecondMailbox secondMailbox() {
        return new SecondMailbox(this, MailboxId.random());
    }

    /// Another mailbox of the same seller, from which the same account takes mail.
    public record SecondMailbox(Seller seller, MailboxId mailboxId) {

        public Target target() {
            return Target.of(mailboxId);
        }

        public MailboxConnected connects() {
            return new MailboxConnected(new MailboxSnapshot(
                    mailboxId,
                    seller.id(),
                    1,
                    seller.secondAddress(),
                    MailProvider.GMAIL,
                    CredentialShape.APP_PASSWORD_LIKE,
                    1,
                    MailboxStatus.OK,
                    LONG_AGO));
        }
    }

    private MailAddress secondAddress() {
        return new MailAddress(name + ".sklep@gmail.com");
    }

    public AccountLinked linksAccount() {
        return new AccountLinked(accountAt(1, AccountStatus.LINKED));
    }

    public AccountUnlinked unlinksAccount() {
        return new AccountUnlinked(accountAt(2, AccountStatus.UNLINKED));
    }

    private MailboxSnapshot mailboxAt(long version, MailboxStatus status) {
        return new MailboxSnapshot(
                mailboxId,
                id,
                version,
                address(),
                MailProvider.GMAIL,
                CredentialShape.APP_PASSWORD_LIKE,
                1,
                status,
                LONG_AGO);
    }

    private AccountSnapshot accountAt(long version, AccountStatus status) {
        return new AccountSnapshot(
                accountId, id, version, name + "-sklep", List.of(address(), secondAddress()), status, LONG_AGO);
    }
}
