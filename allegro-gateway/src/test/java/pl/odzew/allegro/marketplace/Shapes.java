package pl.odzew.allegro.marketplace;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.marketplace.Data.Message;
import pl.odzew.allegro.marketplace.Data.Seller;
import pl.odzew.allegro.marketplace.Data.Thread;

/// What the stand-in remembers, in the shapes of `beta.v1`.
final class Shapes {

    private Shapes() {}

    static Map<String, Object> me(Seller seller) {
        return Map.of(
                "id",
                seller.userId,
                "login",
                seller.login,
                "email",
                seller.login + "@example.com",
                "features",
                List.of());
    }

    static Map<String, Object> emails(Seller seller) {
        return Map.of(
                "additional-emails",
                seller.emails.stream()
                        .map(email -> Map.of(
                                "id",
                                Integer.toHexString(email.hashCode()),
                                "email",
                                email,
                                "createdAt",
                                "2026-01-02T10:15:30Z"))
                        .toList());
    }

    static Map<String, Object> thread(Seller seller, Thread thread) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("id", thread.id);
        shape.put("type", thread.issue ? "POST_PURCHASE_ISSUE" : "COMMON");
        shape.put("read", thread.read);
        shape.put("createdAt", moment(thread.createdAt));
        shape.put("lastMessageDateTime", moment(thread.lastMessageAt()));
        shape.put(
                "participants",
                List.of(
                        Map.of("role", thread.issue ? "BUYER" : "USER", "login", thread.buyer),
                        Map.of("role", thread.issue ? "SELLER" : "USER", "login", seller.login)));
        if (thread.orderId != null) {
            shape.put("orders", List.of(Map.of("id", thread.orderId, "offers", List.of())));
        }
        if (thread.issue) {
            shape.put("subType", "OTHER");
        }
        shape.put("status", thread.closed ? "CLOSED" : "OPEN");
        return shape;
    }

    static Map<String, @Nullable Object> message(Message message) {
        var author = new LinkedHashMap<String, Object>();
        author.put("role", message.role);
        if (message.author != null) {
            author.put("login", message.author);
        }
        var shape = new LinkedHashMap<String, @Nullable Object>();
        shape.put("id", message.id);
        shape.put("status", message.status);
        shape.put("type", message.type);
        shape.put("createdAt", moment(message.createdAt));
        shape.put("author", author);
        shape.put("text", message.text);
        shape.put("subject", message.subject);
        shape.put("relatesTo", relatesTo(message));
        shape.put("hasAdditionalAttachments", false);
        shape.put(
                "attachments",
                message.attachments.stream()
                        .map(name -> Map.of("id", name, "fileName", name, "status", "NEW"))
                        .toList());
        shape.put("additionalInformation", null);
        return shape;
    }

    /// In `public.v1`; a buyer without a login is a deleted account (#5339).
    static Map<String, @Nullable Object> publicThread(Thread thread) {
        var shape = new LinkedHashMap<String, @Nullable Object>();
        shape.put("id", thread.id);
        shape.put("read", thread.read);
        shape.put("lastMessageDateTime", moment(thread.lastMessageAt()));
        shape.put(
                "interlocutor",
                thread.buyer.isEmpty()
                        ? null
                        : Map.of("login", thread.buyer, "avatarUrl", "https://a.allegroimg.example/x"));
        return shape;
    }

    /// In `public.v1`.
    static Map<String, @Nullable Object> publicMessage(Thread thread, Message message) {
        Map<String, @Nullable Object> shape = message(message);
        shape.put("thread", Map.of("id", thread.id));
        shape.put(
                "author",
                Map.of(
                        "login",
                        message.author == null ? "" : message.author,
                        "isInterlocutor",
                        message.by == WrittenBy.BUYER || message.by == WrittenBy.ALLEGRO));
        shape.put(
                "attachments",
                message.attachments.stream()
                        .map(name -> Map.of(
                                "fileName",
                                name,
                                "mimeType",
                                "application/pdf",
                                "url",
                                "https://upload.allegro.example/" + name,
                                "status",
                                "NEW"))
                        .toList());
        return shape;
    }

    /// A line of `/sale/issues`.
    static Map<String, @Nullable Object> issue(Thread thread) {
        boolean dispute = "DISPUTE".equals(thread.claim);
        boolean answered = thread.messages.stream().anyMatch(message -> message.role.equals("SELLER"));
        var state = new LinkedHashMap<String, @Nullable Object>();
        state.put("status", dispute ? "DISPUTE_ONGOING" : "CLAIM_SUBMITTED");
        state.put("chatActive", !thread.closed);
        var shape = new LinkedHashMap<String, @Nullable Object>();
        shape.put("id", thread.id);
        shape.put("type", thread.claim);
        shape.put("openedDate", moment(thread.createdAt));
        shape.put("buyer", Map.of("id", "1", "login", thread.buyer));
        shape.put("currentState", state);
        shape.put(
                "chat",
                Map.of(
                        "lastMessage",
                        Map.of(
                                "status",
                                answered ? "BUYER_REPLIED" : "NEW",
                                "createdAt",
                                moment(thread.lastMessageAt())),
                        // Allegro's count does not agree with the chat (#12168).
                        "messagesCount",
                        thread.messages.size() + 1));
        return shape;
    }

    /// A message of a claim's chat.
    static Map<String, @Nullable Object> chatMessage(Message message) {
        var author = new LinkedHashMap<String, Object>();
        author.put("role", message.role);
        if (message.author != null) {
            author.put("login", message.author);
        }
        var shape = new LinkedHashMap<String, @Nullable Object>();
        shape.put("id", message.id);
        shape.put("text", message.text);
        shape.put(
                "attachments",
                message.attachments.stream()
                        .map(name -> Map.of("fileName", name, "url", "https://api.allegro.example/" + name))
                        .toList());
        shape.put("author", author);
        shape.put("createdAt", moment(message.createdAt));
        return shape;
    }

    private static Map<String, Object> relatesTo(Message message) {
        var shape = new LinkedHashMap<String, Object>();
        if (message.offerId != null) {
            shape.put("offer", Map.of("id", message.offerId));
        }
        if (message.orderId != null) {
            shape.put("order", Map.of("id", message.orderId));
        }
        return shape;
    }

    private static String moment(Instant instant) {
        return instant.toString();
    }
}
