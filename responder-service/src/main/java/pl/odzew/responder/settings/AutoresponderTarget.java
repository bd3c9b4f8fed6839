package pl.odzew.responder.settings;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.Channel;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.account.v1.AccountSnapshot;
import pl.odzew.events.account.v1.AccountStatus;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.events.autoresponder.v1.TargetSettings;
import pl.odzew.events.mailbox.v1.MailboxSnapshot;
import pl.odzew.events.mailbox.v1.MailboxStatus;

/// A mailbox or Allegro account together with what its seller set for it.
///
/// @param name what the seller knows it by: the mailbox's address or Allegro's login
/// @param addresses the mailbox's own address, or those from which Allegro takes the account's mail
/// @param eventVersion the version of the last event seen of it; older ones are ignored
/// @param backlogAnswer of an account; absent until the seller was asked and answered
/// @param working whether messages come in through it: a mailbox that is locked out or paused is not read
/// @param connected whether it is still there; the settings of one that was taken away are kept for its return
public record AutoresponderTarget(
        Target target,
        SellerId sellerId,
        String name,
        List<MailAddress> addresses,
        long eventVersion,
        boolean connected,
        boolean working,
        AutoresponderVersion version,
        boolean enabled,
        ReplyText text,
        @Nullable BacklogAnswer backlogAnswer) {

    public AutoresponderTarget {
        requireNonNull(target, "target is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(name, "name is null");
        addresses = List.copyOf(addresses);
        requireNonNull(version, "version is null");
        requireNonNull(text, "text is null");
    }

    static AutoresponderTarget appeared(MailboxSnapshot mailbox) {
        return new AutoresponderTarget(
                Target.of(mailbox.mailboxId()),
                mailbox.sellerId(),
                mailbox.address().value(),
                List.of(mailbox.address()),
                mailbox.version(),
                isConnected(mailbox),
                isWorking(mailbox),
                AutoresponderVersion.VERSION_1,
                false,
                ReplyText.DEFAULT,
                null);
    }

    static AutoresponderTarget appeared(AccountSnapshot account) {
        return new AutoresponderTarget(
                Target.of(account.accountId()),
                account.sellerId(),
                account.login(),
                account.addresses(),
                account.version(),
                isConnected(account),
                isWorking(account),
                AutoresponderVersion.VERSION_3,
                false,
                ReplyText.DEFAULT,
                null);
    }

    /// The settings stay as they are.
    AutoresponderTarget changed(MailboxSnapshot mailbox) {
        return new AutoresponderTarget(
                target,
                mailbox.sellerId(),
                mailbox.address().value(),
                List.of(mailbox.address()),
                mailbox.version(),
                isConnected(mailbox),
                isWorking(mailbox),
                version,
                enabled,
                text,
                backlogAnswer);
    }

    /// The settings stay as they are.
    AutoresponderTarget changed(AccountSnapshot account) {
        return new AutoresponderTarget(
                target,
                account.sellerId(),
                account.login(),
                account.addresses(),
                account.version(),
                isConnected(account),
                isWorking(account),
                version,
                enabled,
                text,
                backlogAnswer);
    }

    AutoresponderTarget set(AutoresponderVersion newVersion, boolean newEnabled, ReplyText newText) {
        return new AutoresponderTarget(
                target,
                sellerId,
                name,
                addresses,
                eventVersion,
                connected,
                working,
                newVersion,
                newEnabled,
                newText,
                backlogAnswer);
    }

    AutoresponderTarget answered(BacklogAnswer answer) {
        return new AutoresponderTarget(
                target, sellerId, name, addresses, eventVersion, connected, working, version, enabled, text, answer);
    }

    /// The seller's answer about a message of that time, if he has given one.
    public Optional<BacklogAnswer> backlogAnswerFor(Instant receivedAt) {
        return Optional.ofNullable(backlogAnswer).filter(answer -> receivedAt.isBefore(answer.at()));
    }

    public boolean isMailbox() {
        return target.channel() == Channel.MAILBOX;
    }

    boolean owns(MailAddress address) {
        return addresses.stream().anyMatch(own -> own.isSameAs(address));
    }

    TargetSettings settings() {
        return new TargetSettings(target, version, enabled);
    }

    private static boolean isConnected(MailboxSnapshot mailbox) {
        return mailbox.status() != MailboxStatus.DISCONNECTED;
    }

    private static boolean isWorking(MailboxSnapshot mailbox) {
        return mailbox.status() == MailboxStatus.OK;
    }

    private static boolean isWorking(AccountSnapshot account) {
        return account.status() == AccountStatus.LINKED;
    }

    private static boolean isConnected(AccountSnapshot account) {
        return account.status() != AccountStatus.UNLINKED;
    }
}
