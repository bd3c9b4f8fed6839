package pl.odzew.notification.projection;

import java.util.List;
import pl.odzew.events.Event;
import pl.odzew.events.account.v1.AccountEvent;
import pl.odzew.events.account.v1.AccountSnapshot;
import pl.odzew.events.autoresponder.v1.AutoresponderSettingsChanged;
import pl.odzew.events.mailbox.v1.MailboxEvent;
import pl.odzew.events.mailbox.v1.MailboxSnapshot;

/// What some events tell of the present state; in any order, since each carries a version.
public record Snapshots(
        List<MailboxSnapshot> mailboxes, List<AccountSnapshot> accounts, List<AutoresponderSettingsChanged> settings) {

    public Snapshots {
        mailboxes = List.copyOf(mailboxes);
        accounts = List.copyOf(accounts);
        settings = List.copyOf(settings);
    }

    public static Snapshots of(List<? extends Event> events) {
        return new Snapshots(
                only(events, MailboxEvent.class).stream()
                        .map(MailboxEvent::mailbox)
                        .toList(),
                only(events, AccountEvent.class).stream()
                        .map(AccountEvent::account)
                        .toList(),
                only(events, AutoresponderSettingsChanged.class));
    }

    private static <E extends Event> List<E> only(List<? extends Event> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
