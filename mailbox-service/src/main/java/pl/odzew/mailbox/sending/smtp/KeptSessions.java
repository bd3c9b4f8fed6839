package pl.odzew.mailbox.sending.smtp;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.ServerAddress;

/// Sessions that are signed in and wait for the next mail, at most one for each account. A new password makes a new
/// account here.
final class KeptSessions {

    private final Map<Account, SmtpSession> kept = new ConcurrentHashMap<>();
    private final Duration keepFor;

    KeptSessions(Duration keepFor) {
        this.keepFor = keepFor;
    }

    record Account(ServerAddress server, Login login) {}

    /// Hands a session out; nobody else gets it until it is kept again.
    Optional<SmtpSession> take(Account account) {
        return Optional.ofNullable(kept.remove(account)).filter(SmtpSession::isOpen);
    }

    /// Keeps a session for a while, then takes leave; at once where one is kept already. Called on its event loop.
    void keep(Account account, SmtpSession session) {
        if (kept.putIfAbsent(account, session) != null) {
            leave(session);
            return;
        }
        session.setTimer(keepFor, () -> {
            if (kept.remove(account, session)) {
                leave(session);
            }
        });
    }

    /// Called on the session's event loop.
    static void leave(SmtpSession session) {
        session.say("QUIT", Duration.ofSeconds(5)).whenComplete((_, _) -> session.close());
    }
}
