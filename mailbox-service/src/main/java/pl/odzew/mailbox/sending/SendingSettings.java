package pl.odzew.mailbox.sending;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pl.odzew.events.reply.v1.ReplyFailureReason;

/// How replies are sent.
///
/// @param lookAgainAfter when a possibly sent reply is looked for, counted from the attempt, besides at once
/// @param dailyLimit how many replies go through one mailbox in 24 hours; Gmail allows its owner 500 in all
/// @param retryAfter when a reply that could not be sent is tried again
/// @param throttledFor how long a mailbox rests whose provider limits sign-ins
public record SendingSettings(
        List<Duration> lookAgainAfter, int dailyLimit, Duration retryAfter, Duration throttledFor) {

    /// The window of the providers' sending limits; it rolls.
    static final Duration LIMIT_WINDOW = Duration.ofHours(24);

    public SendingSettings {
        lookAgainAfter = List.copyOf(lookAgainAfter);
        requireNonNull(retryAfter, "retryAfter is null");
        requireNonNull(throttledFor, "throttledFor is null");
    }

    /// After a look in vain.
    Settlement notFound(Intent.Stage.Doubtful stage) {
        return stage.looks() >= lookAgainAfter.size()
                ? new Settlement.Unproved(stage.attemptedAt())
                : new Settlement.Doubtful(
                        stage.attemptedAt(),
                        stage.looks() + 1,
                        stage.attemptedAt().plus(lookAgainAfter.get(stage.looks())));
    }

    /// After the server, or the network before it, has spoken. A refused sign-in is no reply's fault.
    Settlement attempted(MailTransport.Sending outcome, String messageId, Instant now) {
        return switch (outcome) {
            case MailTransport.Sending.Accepted _ -> new Settlement.Sent(messageId);
            case MailTransport.Sending.LoginRefused _ -> new Settlement.Postponed(now);
            case MailTransport.Sending.Rejected rejected ->
                new Settlement.Failed(ReplyFailureReason.REFUSED, rejected.serverWords());
            case MailTransport.Sending.LimitReached _ -> new Settlement.Deferred(now.plus(LIMIT_WINDOW));
            case MailTransport.Sending.NotSent _ -> new Settlement.Postponed(now.plus(retryAfter));
            case MailTransport.Sending.PossiblySent _ -> new Settlement.Doubtful(now, 0, now);
        };
    }
}
