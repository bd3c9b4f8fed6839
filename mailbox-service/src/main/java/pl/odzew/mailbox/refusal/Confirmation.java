package pl.odzew.mailbox.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.mailbox.v1.AuthFailure;
import pl.odzew.events.mailbox.v1.MailProtocol;

/// Confirms doubtful refusals by tries that lie apart, since Gmail refuses valid app passwords once or twice a day.
///
/// It looks at one mailbox alone; that many of a provider's are refused at once is [GuardRules]' business.
///
/// @param after the tries, counted from the first refusal, which itself is the first of them; two that count lie apart
///     as these do, also when nobody could try for a while
public record Confirmation(List<Duration> after) {

    /// A timer may go off a little early by another clock.
    private static final Duration SLACK = Duration.ofMillis(100);

    public Confirmation {
        after = List.copyOf(after);
        if (after.isEmpty()) {
            throw new IllegalArgumentException("at least the first refusal counts");
        }
    }

    /// Takes a refusal in. One that comes before its time, such as SMTP's a second after IMAP's, does not count.
    public Suspicion refused(@Nullable Suspicion before, MailProtocol protocol, Verdict.Accusing verdict, Instant now) {
        if (before == null) {
            return new Suspicion(
                    new AuthFailure(
                            verdict.reason(), protocol, verdict.words(), verdict.helpUrl(), now, verdict.remedies()),
                    1,
                    now);
        }
        boolean due = isConfirmed(before) || !now.isBefore(nextTry(before).minus(SLACK));
        return due ? new Suspicion(before.failure(), before.refusals() + 1, now) : before;
    }

    public boolean isConfirmed(Suspicion suspicion) {
        return suspicion.refusals() >= after.size();
    }

    /// When the next try is due; at once for a suspicion that is confirmed and waits for something else.
    public Instant nextTry(Suspicion suspicion) {
        int next = Math.min(suspicion.refusals(), after.size() - 1);
        if (next == 0 || isConfirmed(suspicion)) {
            return suspicion.last();
        }
        Instant planned = suspicion.failure().firstRefusedAt().plus(after.get(next));
        Instant apart = suspicion.last().plus(after.get(next).minus(after.get(next - 1)));
        return planned.isAfter(apart) ? planned : apart;
    }
}
