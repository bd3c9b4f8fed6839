package pl.odzew.mailbox.connection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pl.odzew.events.MailboxId;
import pl.odzew.events.SellerId;
import pl.odzew.mailbox.connection.LinkedAddresses;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.connection.Sightings;

/// Gathers what a seller is shown of his mailboxes.
@ApplicationScoped
class Views {

    private final Sightings sightings;
    private final LinkedAddresses linked;

    Views(Sightings sightings, LinkedAddresses linked) {
        this.sightings = sightings;
        this.linked = linked;
    }

    Uni<MailboxView> of(Mailbox mailbox) {
        return of(mailbox.sellerId(), List.of(mailbox)).map(List::getFirst);
    }

    Uni<List<MailboxView>> of(SellerId seller, List<Mailbox> mailboxes) {
        return seen(mailboxes)
                .flatMap(seen -> Uni.createFrom()
                        .completionStage(() -> linked.of(seller))
                        .map(addresses -> mailboxes.stream()
                                .map(mailbox ->
                                        MailboxView.of(mailbox, seen.get(mailbox.id()), isAt(addresses, mailbox)))
                                .toList()));
    }

    private static boolean isAt(Set<String> addresses, Mailbox mailbox) {
        return addresses.isEmpty()
                || addresses.contains(mailbox.address().value().toLowerCase(Locale.ROOT));
    }

    private Uni<Map<MailboxId, Instant>> seen(List<Mailbox> mailboxes) {
        return Uni.createFrom()
                .completionStage(() -> sightings.lastMailSeen(
                        mailboxes.stream().map(Mailbox::id).toList()));
    }
}
