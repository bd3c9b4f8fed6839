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
        shape.put("attachments", List.of());
        shape.put("additionalInformation", null);
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
