package pl.odzew.events;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// What an autoresponder setting applies to: a mailbox or an Allegro account.
///
/// @param id the [MailboxId] or [AccountId], according to the channel
public record Target(Channel channel, UUID id) {

    public Target {
        requireNonNull(channel, "channel is null");
        requireNonNull(id, "id is null");
    }

    public static Target of(MailboxId mailbox) {
        return new Target(Channel.MAILBOX, mailbox.value());
    }

    public static Target of(AccountId account) {
        return new Target(Channel.ALLEGRO, account.value());
    }

    @Override
    public String toString() {
        return channel + "/" + id;
    }
}
