package pl.odzew.notification.announcement;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;

/// A seller whom an announcement concerns, and why.
public record Affected(SellerId sellerId, List<Mailbox> mailboxes) {

    public Affected {
        requireNonNull(sellerId, "sellerId is null");
        mailboxes = List.copyOf(mailboxes);
    }

    public record Mailbox(UUID id, MailAddress address) {

        public Mailbox {
            requireNonNull(id, "id is null");
            requireNonNull(address, "address is null");
        }
    }
}
