package pl.odzew.allegro.messaging.rest;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.authorization.Login;
import pl.odzew.allegro.messaging.AuthorKind;
import pl.odzew.allegro.messaging.Message;
import pl.odzew.allegro.messaging.MessageId;
import pl.odzew.allegro.messaging.MessageStatus;
import pl.odzew.allegro.messaging.ThreadId;
import pl.odzew.allegro.messaging.ThreadSummary;
import pl.odzew.events.message.v1.ThreadKind;

/// Allegro's JSON in our words; a value that is new to us becomes one that is never answered.
final class Wire {

    private static final Logger LOG = Logger.getLogger(Wire.class);

    private Wire() {}

    /// A thread without any message (its moment is null then) holds nothing to read.
    static Stream<ThreadSummary> thread(MessagingApi.ThreadWire wire) {
        Instant lastMessageAt = wire.lastMessageDateTime();
        if (lastMessageAt == null) {
            return Stream.empty();
        }
        List<MessagingApi.ParticipantWire> participants = wire.participants() == null ? List.of() : wire.participants();
        List<Login> people = participants.stream()
                .filter(participant -> authorKind(participant.role()) == AuthorKind.PERSON)
                .map(MessagingApi.ParticipantWire::login)
                .flatMap(login -> login == null || login.isBlank() ? Stream.empty() : Stream.of(new Login(login)))
                .toList();
        return Stream.of(new ThreadSummary(new ThreadId(wire.id()), kind(wire.type()), lastMessageAt, people));
    }

    static Message message(MessagingApi.MessageWire wire) {
        MessagingApi.RelatesToWire relatesTo = wire.relatesTo();
        return new Message(
                new MessageId(wire.id()),
                status(wire.status()),
                authorKind(wire.author().role()),
                login(wire.author().login()),
                wire.createdAt(),
                wire.text() == null ? "" : wire.text(),
                wire.subject(),
                relatesTo == null ? null : id(relatesTo.offer()),
                relatesTo == null ? null : id(relatesTo.order()));
    }

    private static ThreadKind kind(String type) {
        return type.equals("POST_PURCHASE_ISSUE") ? ThreadKind.POST_PURCHASE_ISSUE : ThreadKind.CONVERSATION;
    }

    private static MessageStatus status(String status) {
        return switch (status) {
            case "VERIFYING" -> MessageStatus.VERIFYING;
            case "DELIVERED", "INTERACTING" -> MessageStatus.DELIVERED;
            case "BLOCKED", "DISMISSED" -> MessageStatus.HELD_BACK;
            default -> {
                LOG.warnf("A message status is new to us: status=%s", status);
                yield MessageStatus.HELD_BACK;
            }
        };
    }

    /// The document and Allegro's news name different roles, so the set is open.
    private static AuthorKind authorKind(String role) {
        return switch (role) {
            case "USER", "BUYER", "SELLER" -> AuthorKind.PERSON;
            case "SYSTEM", "CHATBOT", "CONSULTANT", "ALLEGRO", "ADMIN", "FULFILLMENT" -> AuthorKind.ALLEGRO;
            default -> {
                LOG.warnf("An author's role is new to us: role=%s", role);
                yield AuthorKind.UNKNOWN;
            }
        };
    }

    private static @Nullable Login login(@Nullable String login) {
        return login == null || login.isBlank() ? null : new Login(login);
    }

    private static @Nullable String id(MessagingApi.@Nullable ReferenceWire reference) {
        return reference == null ? null : reference.id();
    }
}
