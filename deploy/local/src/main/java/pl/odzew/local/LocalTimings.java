package pl.odzew.local;

import java.util.Map;

/// What is shorter here than in production, so that a person need not wait for minutes; everything else
/// is as it is there.
///
/// The tries after an alarm (1, 6, 24 hours) stay long, so that one can see that a refused mailbox is left alone.
final class LocalTimings {

    /// A doubtful refusal is confirmed after 3 and 6 seconds instead of 5 and 15 minutes; a reply that may or may not
    /// have left is looked for after 1, 3 and 6 seconds instead of 1, 10 and 60 minutes.
    static final Map<String, String> MAILBOX_SERVICE = Map.of(
            "odzew.suspicion.confirm-after", "0S,3S,6S",
            "odzew.sending.look-again-after", "1S,3S,6S");

    /// Allegro is asked every 1 or 2 seconds instead of every minute or so.
    static final Map<String, String> ALLEGRO_GATEWAY = Map.of(
            "odzew.polling.active-interval", "1S",
            "odzew.polling.idle-interval", "2S",
            "odzew.replying.look-again-after", "1S,3S,6S");

    /// A seller's warnings are collected for 1 second instead of 60 before a mail leaves, and what follows waits
    /// as long instead of for an hour; reminders come after minutes instead of days, at any hour.
    static final Map<String, String> NOTIFICATION_SERVICE = Map.of(
            "odzew.warnings.collect-for", "1S",
            "odzew.warnings.follow-up-after", "1S",
            "odzew.reminders.after", "10M,30M,60M",
            "odzew.reminders.quiet-from", "00:00",
            "odzew.reminders.quiet-to", "00:00");

    private LocalTimings() {}
}
