package pl.odzew.mailbox.mailserver.post;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Every sign-in, also those to accounts that do not exist; the oldest are forgotten in the end.
final class LoginLog {

    private static final int KEPT = 20_000;

    private final Deque<LoginAttempt> attempts = new ArrayDeque<>();

    synchronized void add(LoginAttempt attempt) {
        if (attempts.size() == KEPT) {
            attempts.removeFirst();
        }
        attempts.addLast(attempt);
    }

    synchronized List<LoginAttempt> all() {
        return List.copyOf(attempts);
    }

    List<LoginAttempt> of(String address) {
        return all().stream()
                .filter(attempt -> attempt.address().equalsIgnoreCase(address))
                .toList();
    }
}
