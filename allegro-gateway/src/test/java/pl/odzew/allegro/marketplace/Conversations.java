package pl.odzew.allegro.marketplace;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.marketplace.Data.Message;
import pl.odzew.allegro.marketplace.Data.Seller;
import pl.odzew.allegro.marketplace.Data.Thread;

/// The Message Center: one thread for each pair of users, and one for each purchase problem.
final class Conversations {

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int THREAD_ID_LENGTH = 43;

    private final Store store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Conversations(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Registers a seller; whoever is there already keeps his threads and gets these addresses.
    Seller register(String login, List<String> emails) {
        return store.change(data -> {
            Seller seller = data.sellers.computeIfAbsent(login.toLowerCase(Locale.ROOT), _ -> {
                var created = new Seller();
                created.login = login;
                created.userId = Long.toString(data.nextUserId++);
                return created;
            });
            seller.emails = List.copyOf(emails);
            return seller;
        });
    }

    PostedMessage buyerWrites(String login, BuyerMessage words) {
        return store.change(data -> {
            Thread thread = threadOf(data.seller(login), words);
            var message = new Message();
            message.id = UUID.randomUUID().toString();
            message.role =
                    words.role() == null ? (words.issue() || words.claim() != null ? "BUYER" : "USER") : words.role();
            message.by = words.role() == null ? WrittenBy.BUYER : WrittenBy.ALLEGRO;
            message.author = message.by == WrittenBy.BUYER ? words.buyer() : null;
            message.text = words.text();
            message.offerId = words.offerId();
            message.orderId = words.orderId();
            message.type = typeOf(words);
            message.status = words.status() == null ? "DELIVERED" : words.status();
            message.createdAt = words.createdAt() == null ? now() : words.createdAt();
            thread.messages.add(message);
            thread.read = false;
            return posted(thread, message);
        });
    }

    private static String typeOf(BuyerMessage words) {
        if (words.type() != null) {
            return words.type();
        }
        return words.offerId() == null ? "MESSAGE_CENTER" : "ASK_QUESTION";
    }

    Optional<Message> sellerWrites(String login, String threadId, String text, WrittenBy by, String status) {
        return sellerWrites(login, threadId, text, by, status, List.of());
    }

    /// Empty where the thread is closed.
    Optional<Message> sellerWrites(
            String login, String threadId, String text, WrittenBy by, String status, List<String> attachments) {
        return store.change(data -> {
            Seller seller = data.seller(login);
            Thread thread = seller.thread(threadId);
            if (thread.closed) {
                return Optional.empty();
            }
            var message = new Message();
            message.id = UUID.randomUUID().toString();
            message.author = seller.login;
            message.role = thread.issue || thread.claim != null ? "SELLER" : "USER";
            message.attachments = attachments;
            message.by = by;
            message.text = text;
            message.status = status;
            message.createdAt = now();
            thread.messages.add(message);
            return Optional.of(message);
        });
    }

    void sellerMails(String login, String threadId, String text) {
        sellerWrites(login, threadId, text, WrittenBy.PERSON, "DELIVERED")
                .ifPresent(written -> store.change(data -> written.type = "MAIL"));
    }

    boolean isRead(String login, String threadId) {
        return store.read(data -> data.seller(login).thread(threadId).read);
    }

    void setStatus(String login, String messageId, String status) {
        store.change(data -> data.seller(login).threads.values().stream()
                .flatMap(thread -> thread.messages.stream())
                .filter(message -> message.id.equals(messageId))
                .findFirst()
                .map(message -> message.status = status)
                .orElseThrow(() -> new Data.UnknownException("no message " + messageId)));
    }

    /// A seller takes another login; what he wrote before shows under it too.
    void rename(String login, String other) {
        store.change(data -> {
            Seller seller = data.seller(login);
            seller.threads.values().stream()
                    .flatMap(thread -> thread.messages.stream())
                    .filter(message -> seller.login.equalsIgnoreCase(message.author))
                    .forEach(message -> message.author = other);
            data.sellers.remove(login.toLowerCase(Locale.ROOT));
            data.sellers.put(other.toLowerCase(Locale.ROOT), seller);
            data.accessTokens.replaceAll((_, grant) -> grant.renamed(seller.login, other));
            data.refreshTokens.replaceAll((_, grant) -> grant.renamed(seller.login, other));
            seller.login = other;
            return seller;
        });
    }

    void close(String login, String threadId) {
        store.change(data -> data.seller(login).thread(threadId).closed = true);
    }

    List<PostedMessage> messages(String login, @Nullable String threadId) {
        return store.read(data -> data.seller(login).threads.values().stream()
                .filter(thread -> threadId == null || thread.id.equals(threadId))
                .flatMap(thread -> thread.messages.stream().map(message -> posted(thread, message)))
                .sorted(Comparator.comparing(PostedMessage::createdAt))
                .toList());
    }

    private Thread threadOf(Seller seller, BuyerMessage words) {
        return seller.threads.values().stream()
                .filter(thread -> thread.buyer.equalsIgnoreCase(words.buyer()) && thread.issue == words.issue())
                .filter(thread -> Objects.equals(thread.claim, words.claim()))
                .filter(thread -> !words.issue() && words.claim() == null
                        || words.orderId() == null
                        || words.orderId().equals(thread.orderId))
                .findFirst()
                .orElseGet(() -> openThread(seller, words));
    }

    private Thread openThread(Seller seller, BuyerMessage words) {
        var thread = new Thread();
        thread.id = words.claim() == null ? newThreadId() : UUID.randomUUID().toString();
        thread.claim = words.claim();
        thread.buyer = words.buyer();
        thread.issue = words.issue();
        thread.orderId = words.issue() || words.claim() != null ? words.orderId() : null;
        thread.createdAt = words.createdAt() == null ? now() : words.createdAt();
        seller.threads.put(thread.id, thread);
        return thread;
    }

    private String newThreadId() {
        return random.ints(THREAD_ID_LENGTH, 0, BASE62.length())
                .collect(StringBuilder::new, (id, i) -> id.append(BASE62.charAt(i)), StringBuilder::append)
                .toString();
    }

    /// Allegro's moments have milliseconds.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static PostedMessage posted(Thread thread, Message message) {
        return new PostedMessage(
                thread.id,
                message.id,
                thread.buyer,
                message.author,
                message.by,
                message.text,
                message.status,
                message.createdAt,
                message.attachments);
    }
}
