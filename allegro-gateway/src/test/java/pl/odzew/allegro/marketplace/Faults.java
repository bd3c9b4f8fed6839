package pl.odzew.allegro.marketplace;

import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/// The faults that wait for each seller's next requests; forgotten at a restart.
final class Faults {

    private final Map<String, Deque<Fault>> waiting = new ConcurrentHashMap<>();

    void add(String login, Fault fault, int times) {
        Deque<Fault> queue = waiting.computeIfAbsent(name(fault.concerns(), login), _ -> new ConcurrentLinkedDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(fault);
        }
    }

    Optional<Fault> nextForPost(String login) {
        return next("POST", login);
    }

    Optional<Fault> nextForGet(String login) {
        return next("GET", login);
    }

    Optional<Fault> nextForMessages(String login) {
        return next("MESSAGES", login);
    }

    private Optional<Fault> next(String requests, String login) {
        Deque<Fault> queue = waiting.get(name(requests, login));
        return queue == null ? Optional.empty() : Optional.ofNullable(queue.poll());
    }

    private static String name(String requests, String login) {
        return requests + " " + login.toLowerCase(Locale.ROOT);
    }
}
