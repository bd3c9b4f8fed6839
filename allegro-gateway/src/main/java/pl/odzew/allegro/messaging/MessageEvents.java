package pl.odzew.allegro.messaging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.authorization.LinkedAccount;
import pl.odzew.allegro.authorization.Login;
import pl.odzew.events.ConversationId;
import pl.odzew.events.Event;
import pl.odzew.events.EventId;
import pl.odzew.events.Target;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.catalogue.Traceparent;
import pl.odzew.events.message.v1.Buyer;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.message.v1.MessageText;
import pl.odzew.events.reply.v1.ReplyRoute;

/// Findings in the words of the topic `messages.allegro`.
///
/// Ids are digests over the seller, Allegro's user id and Allegro's message id, not over our account id,
/// so that the same message read again, also after unlinking and linking, is the same event.
public final class MessageEvents {

    private MessageEvents() {}

    /// Empty where nobody can be named to whom the seller's own words went, and for what concerns only us.
    public static Optional<CloudEvent> of(Finding finding, LinkedAccount account, ThreadSummary thread, Instant now) {
        return switch (finding) {
            case Finding.BuyerWrote wrote -> Optional.of(received(wrote, account, thread, now));
            case Finding.PersonAnswered answered -> answered(answered.message(), account, thread);
            case Finding.ReplyProved _ -> Optional.empty();
        };
    }

    /// The conversation is the thread, which Allegro uses for years.
    public static ConversationId conversation(LinkedAccount account, ThreadId thread) {
        return new ConversationId(digest("conversation", account, thread.value()));
    }

    private static CloudEvent received(
            Finding.BuyerWrote wrote, LinkedAccount account, ThreadSummary thread, Instant now) {
        Message message = wrote.message();
        var data = new MessageReceived(
                account.sellerId(),
                Target.of(account.id()),
                conversation(account, thread.id()),
                new Buyer(lowerCase(message.author()), null),
                message.createdAt(),
                now,
                wrote.backlog(),
                thread.kind(),
                message.subject(),
                MessageText.of(message.text()),
                thread.open() ? route(thread, message) : null,
                null,
                message.offerId(),
                message.orderId());
        var id = new EventId(digest("received", account, message.id().value()));
        return new CloudEvent(id, Service.ALLEGRO_GATEWAY.source(), now, data, Traceparent.ofMessage(id));
    }

    private static ReplyRoute route(ThreadSummary thread, Message message) {
        String id = thread.id().value();
        return switch (thread.place()) {
            case MESSAGES -> new ReplyRoute.AllegroThread(id, message.id().value(), message.createdAt());
            case ISSUES -> new ReplyRoute.AllegroIssue(id, message.id().value(), message.createdAt());
        };
    }

    private static Optional<CloudEvent> answered(Message message, LinkedAccount account, ThreadSummary thread) {
        return thread.buyer(account.login())
                .map(buyer -> event(
                        digest("answered", account, message.id().value()),
                        new MessageAnsweredByPerson(
                                account.sellerId(),
                                Target.of(account.id()),
                                conversation(account, thread.id()),
                                new Buyer(buyer.lowerCase(), null),
                                message.createdAt()),
                        message.createdAt()));
    }

    private static CloudEvent event(String id, Event data, Instant time) {
        return new CloudEvent(new EventId(id), Service.ALLEGRO_GATEWAY.source(), time, data, null);
    }

    private static @Nullable String lowerCase(@Nullable Login login) {
        return login == null ? null : login.lowerCase();
    }

    private static String digest(String what, LinkedAccount account, String name) {
        String identity = String.join(
                "\n",
                "allegro",
                what,
                account.sellerId().value(),
                account.userId().value(),
                name);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
