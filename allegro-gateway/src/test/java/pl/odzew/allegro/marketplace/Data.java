package pl.odzew.allegro.marketplace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All that the stand-in remembers; written to its folder as it is, and only touched under [Store]'s lock.
final class Data {

    /// By lower-cased login.
    public Map<String, Seller> sellers = new LinkedHashMap<>();

    /// By id.
    public Map<String, Attachment> attachments = new LinkedHashMap<>();

    public Map<String, Grant> accessTokens = new LinkedHashMap<>();
    public Map<String, Grant> refreshTokens = new LinkedHashMap<>();
    public long nextUserId = 46_968_690;

    Seller seller(String login) {
        return find(login).orElseThrow(() -> new UnknownException("no seller " + login));
    }

    Optional<Seller> find(String login) {
        return Optional.ofNullable(sellers.get(login.toLowerCase(Locale.ROOT)));
    }

    static final class Seller {
        public String login = "";
        public String userId = "";
        public List<String> emails = new ArrayList<>();
        public Map<String, Thread> threads = new LinkedHashMap<>();

        Thread thread(String id) {
            return Optional.ofNullable(threads.get(id)).orElseThrow(() -> new UnknownException("no thread " + id));
        }
    }

    static final class Thread {
        public String id = "";
        public String buyer = "";
        public boolean issue;
        public @Nullable String claim;
        public boolean closed;
        public boolean read;
        public @Nullable String orderId;
        public Instant createdAt = Instant.EPOCH;
        public List<Message> messages = new ArrayList<>();

        Instant lastMessageAt() {
            return messages.stream()
                    .map(message -> message.createdAt)
                    .max(Instant::compareTo)
                    .orElse(createdAt);
        }
    }

    static final class Message {
        public String id = "";
        public @Nullable String author;
        public String role = "USER";
        public WrittenBy by = WrittenBy.BUYER;
        public String text = "";
        public @Nullable String subject;
        public @Nullable String offerId;
        public @Nullable String orderId;
        public String status = "DELIVERED";
        public String type = "MESSAGE_CENTER";
        public List<String> attachments = new ArrayList<>();
        public Instant createdAt = Instant.EPOCH;
    }

    /// A declared file.
    static final class Attachment {
        public String fileName = "";
        public long size;
        public @Nullable String mediaType;
        public boolean uploaded;
    }

    /// What a token allows.
    record Grant(String login, Instant expiresAt, Set<String> scopes) {

        Grant renamed(String before, String after) {
            return login.equalsIgnoreCase(before) ? new Grant(after, expiresAt, scopes) : this;
        }
    }

    /// Asked for something that is not there.
    static final class UnknownException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownException(String message) {
            super(message);
        }
    }
}
