package pl.odzew.allegro.marketplace;

import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/// The faults that wait for each seller's next requests; forgotten at a restart.
final class Faults {

    private final Map<String, Deque<Fault>> posts = new ConcurrentHashMap<>();
    private final Map<String, Deque<Fault>> gets = new ConcurrentHashMap<>();

    void add(String login, Fault fault, int times) {
        Deque<Fault> queue = (fault.concernsPost() ? posts : gets)
                .computeIfAbsent(login.toLowerCase(Locale.ROOT), _ -> new ConcurrentLinkedDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(fault);
        }
    }

    Optional<Fault> nextForPost(String login) {
        return next(posts, login);
    }

    Optional<Fault> nextForGet(String login) {
        return next(gets, login);
    }

    private static Optional<Fault> next(Map<String, Deque<Fault>> queues, String login) {
        Deque<Fault> queue = queues.get(login.toLowerCase(Locale.ROOT));
        return queue == null ? Optional.empty() : Optional.ofNullable(queue.poll());
    }
}
