package pl.odzew.allegro.messaging.rest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.authorization.Login;
import pl.odzew.allegro.messaging.AttachmentId;
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

    private static final Set<String> MESSAGE_TYPES = Set.of("ASK_QUESTION", "MAIL", "MESSAGE_CENTER");

    private Wire() {}

    /// A thread without any message (its moment is null then) holds nothing to read; one of a new type is
    /// left alone.
    static Stream<ThreadSummary> thread(MessagingApi.ThreadWire wire) {
        Instant lastMessageAt = wire.lastMessageDateTime();
        ThreadKind kind = kind(wire.type());
        if (lastMessageAt == null || kind == null) {
            return Stream.empty();
        }
        List<MessagingApi.ParticipantWire> participants = wire.participants() == null ? List.of() : wire.participants();
        List<Login> people = participants.stream()
                .filter(participant -> isPerson(authorKind(participant.role())))
                .map(MessagingApi.ParticipantWire::login)
                .flatMap(Wire::logins)
                .toList();
        return Stream.of(new ThreadSummary(
                new ThreadId(wire.id()), kind, lastMessageAt, people, !"CLOSED".equals(wire.status())));
    }

    /// An interlocutor may be null, for a deleted account (#5339); purchase problems do not show in this
    /// version.
    static Stream<ThreadSummary> thread(PublicMessagingApi.ThreadWire wire) {
        Instant lastMessageAt = wire.lastMessageDateTime();
        if (lastMessageAt == null) {
            return Stream.empty();
        }
        List<Login> people = wire.interlocutor() == null
                ? List.of()
                : logins(wire.interlocutor().login()).toList();
        return Stream.of(
                new ThreadSummary(new ThreadId(wire.id()), ThreadKind.CONVERSATION, lastMessageAt, people, true));
    }

    /// One in whose chat nobody wrote holds nothing to read.
    static Stream<ThreadSummary> issue(IssuesApi.IssueWire wire) {
        Instant lastMessageAt = lastMessageAt(wire.chat());
        ThreadKind kind = issueKind(wire.type());
        if (lastMessageAt == null || kind == null) {
            return Stream.empty();
        }
        List<Login> people =
                wire.buyer() == null ? List.of() : logins(wire.buyer().login()).toList();
        boolean open = wire.currentState() == null
                || !Boolean.FALSE.equals(wire.currentState().chatActive());
        return Stream.of(new ThreadSummary(new ThreadId(wire.id()), kind, lastMessageAt, people, open));
    }

    static Message message(MessagingApi.MessageWire wire) {
        return message(
                wire.id(),
                wire.status(),
                ofKnownType(wire.type(), authorKind(wire.author().role())),
                wire.author().login(),
                wire.createdAt(),
                wire.text(),
                wire.subject(),
                wire.relatesTo());
    }

    static Message message(PublicMessagingApi.MessageWire wire) {
        AuthorKind kind = wire.author().isInterlocutor() ? AuthorKind.INTERLOCUTOR : AuthorKind.SELLER;
        return message(
                wire.id(),
                wire.status(),
                ofKnownType(wire.type(), kind),
                wire.author().login(),
                wire.createdAt(),
                wire.text(),
                wire.subject(),
                wire.relatesTo());
    }

    /// A chat knows neither statuses nor subjects.
    static Message message(IssuesApi.MessageWire wire) {
        return message(
                wire.id(),
                "DELIVERED",
                authorKind(wire.author().role()),
                wire.author().login(),
                wire.createdAt(),
                wire.text(),
                null,
                null);
    }

    static MessagingApi.NewMessageWire newMessage(String text, List<AttachmentId> attachments) {
        return new MessagingApi.NewMessageWire(text, references(attachments));
    }

    static @Nullable List<MessagingApi.ReferenceWire> references(List<AttachmentId> attachments) {
        return attachments.isEmpty()
                ? null
                : attachments.stream()
                        .map(id -> new MessagingApi.ReferenceWire(id.value()))
                        .toList();
    }

    private static Message message(
            String id,
            String status,
            AuthorKind kind,
            @Nullable String login,
            Instant createdAt,
            @Nullable String text,
            @Nullable String subject,
            MessagingApi.@Nullable RelatesToWire relatesTo) {
        return new Message(
                new MessageId(id),
                status(status),
                kind,
                logins(login).findFirst().orElse(null),
                createdAt,
                text == null ? "" : text,
                subject,
                relatesTo == null ? null : id(relatesTo.offer()),
                relatesTo == null ? null : id(relatesTo.order()));
    }

    private static @Nullable Instant lastMessageAt(IssuesApi.@Nullable ChatSummaryWire chat) {
        return chat == null || chat.lastMessage() == null
                ? null
                : chat.lastMessage().createdAt();
    }

    private static @Nullable ThreadKind kind(String type) {
        return switch (type) {
            case "COMMON" -> ThreadKind.CONVERSATION;
            case "POST_PURCHASE_ISSUE" -> ThreadKind.POST_PURCHASE_ISSUE;
            default -> {
                LOG.warnf("A type of thread is new to us: type=%s", type);
                yield null;
            }
        };
    }

    private static @Nullable ThreadKind issueKind(String type) {
        return switch (type) {
            case "CLAIM" -> ThreadKind.CLAIM;
            case "DISPUTE" -> ThreadKind.DISPUTE;
            default -> {
                LOG.warnf("A type of issue is new to us: type=%s", type);
                yield null;
            }
        };
    }

    private static AuthorKind ofKnownType(@Nullable String type, AuthorKind kind) {
        if (type == null || MESSAGE_TYPES.contains(type) || kind == AuthorKind.SELLER) {
            return kind;
        }
        LOG.warnf("A type of message is new to us: type=%s", type);
        return AuthorKind.UNKNOWN;
    }

    private static MessageStatus status(String status) {
        return switch (status) {
            case "VERIFYING" -> MessageStatus.VERIFYING;
            case "DELIVERED", "INTERACTING" -> MessageStatus.DELIVERED;
            case "BLOCKED" -> MessageStatus.BLOCKED;
            case "DISMISSED" -> MessageStatus.DISMISSED;
            default -> {
                LOG.warnf("A message status is new to us: status=%s", status);
                yield MessageStatus.UNKNOWN;
            }
        };
    }

    /// The document and Allegro's news name different roles, so the set is open.
    private static AuthorKind authorKind(String role) {
        return switch (role) {
            case "USER", "BUYER" -> AuthorKind.PERSON;
            case "SELLER" -> AuthorKind.SELLER;
            case "SYSTEM", "CHATBOT", "CONSULTANT", "ALLEGRO", "ADMIN", "FULFILLMENT" -> AuthorKind.ALLEGRO;
            default -> {
                LOG.warnf("An author's role is new to us: role=%s", role);
                yield AuthorKind.UNKNOWN;
            }
        };
    }

    private static boolean isPerson(AuthorKind kind) {
        return switch (kind) {
            case PERSON, INTERLOCUTOR, SELLER -> true;
            case ALLEGRO, UNKNOWN -> false;
        };
    }

    private static Stream<Login> logins(@Nullable String login) {
        return login == null || login.isBlank() ? Stream.empty() : Stream.of(new Login(login));
    }

    private static @Nullable String id(MessagingApi.@Nullable ReferenceWire reference) {
        return reference == null ? null : reference.id();
    }
}
