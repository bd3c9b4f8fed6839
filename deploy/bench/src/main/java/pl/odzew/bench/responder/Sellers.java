package pl.odzew.bench.responder;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import pl.odzew.events.ConversationId;
import pl.odzew.events.Event;
import pl.odzew.events.EventId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.mailbox.v1.CredentialShape;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.MailboxConnected;
import pl.odzew.events.mailbox.v1.MailboxSnapshot;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.events.message.v1.Buyer;
import pl.odzew.events.message.v1.MailFacts;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.message.v1.MessageText;
import pl.odzew.events.message.v1.ThreadKind;
import pl.odzew.events.reply.v1.ReplyRoute;

/// Sellers with a mailbox each, and buyers who write to them once, so that each message gets a reply.
///
/// @param startedAt when the buyers begin to write
record Sellers(List<MailboxId> mailboxes, Instant startedAt) {

    private static final List<String> WORDS = List.of(
            "Dzień dobry, kiedy zostanie wysłana moja paczka? Zamówienie opłaciłem w poniedziałek.",
            "Witam, proszę o wystawienie faktury na firmę, dane wysłałam w zamówieniu. Pozdrawiam",
            "Dzień dobry, chciałbym zwrócić towar, bo nie pasuje do mojego modelu. Jak to zrobić?",
            "Czy ten produkt jest dostępny w kolorze czarnym i czy można go odebrać osobiście w Krakowie?");

    static Sellers of(int count, Instant startedAt) {
        var mailboxes = new ArrayList<MailboxId>();
        for (int i = 0; i < count; i++) {
            mailboxes.add(MailboxId.random());
        }
        return new Sellers(List.copyOf(mailboxes), startedAt);
    }

    SellerId seller(int index) {
        return new SellerId("seller-" + index);
    }

    List<CloudEvent> connected() {
        var events = new ArrayList<CloudEvent>();
        for (int i = 0; i < mailboxes.size(); i++) {
            events.add(event(
                    "connected-" + mailboxes.get(i),
                    new MailboxConnected(new MailboxSnapshot(
                            mailboxes.get(i),
                            seller(i),
                            1,
                            new MailAddress("seller" + i + "@gmail.com"),
                            MailProvider.GMAIL,
                            CredentialShape.APP_PASSWORD_LIKE,
                            1,
                            MailboxStatus.OK,
                            startedAt))));
        }
        return events;
    }

    /// The same number gives the same message.
    CloudEvent message(int number) {
        int seller = number % mailboxes.size();
        String masked = "m" + number;
        var route = new ReplyRoute.Mail(
                new MailAddress(masked + "+order" + number + "@allegromail.pl"),
                "<" + number + "@allegro.pl>",
                List.of(),
                startedAt,
                null);
        var facts = new MailFacts(null, null, List.of(), List.of(), false, false, true, "powiadomienia@allegro.pl");
        return event(
                UUID.nameUUIDFromBytes(("message-" + number).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                new MessageReceived(
                        seller(seller),
                        Target.of(mailboxes.get(seller)),
                        new ConversationId("conversation-" + number),
                        new Buyer(null, masked),
                        startedAt,
                        startedAt,
                        false,
                        ThreadKind.CONVERSATION,
                        "Pytanie o zamówienie " + number,
                        MessageText.of(WORDS.get(number % WORDS.size())),
                        route,
                        facts,
                        null,
                        null));
    }

    private CloudEvent event(String id, Event data) {
        return new CloudEvent(new EventId(id), Service.MAILBOX_SERVICE.source(), startedAt, data, null);
    }
}
