package pl.odzew.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pl.odzew.notification.alert.Incident;

/// Decides at the last moment whether a mail is still wanted: trouble that ended before its warning left is not
/// mentioned at all, and "it works again" goes only to those who were warned.
public final class DispatchPolicy {

    /// Good news that could not be delivered for so long surprises more than it helps.
    static final Duration GOOD_NEWS_AGE_LIMIT = Duration.ofDays(3);

    private DispatchPolicy() {}

    /// An incident that a mail is about, and whether its warning has reached the seller.
    public record Item(Incident incident, Told told) {}

    public static Dispatch decide(MailKind kind, List<Item> items, Instant now) {
        return switch (kind.sort()) {
            case WARNING, REMINDER -> whatLasts(items);
            case GOOD_NEWS -> goodNews(items, now);
            case OTHER -> throw new IllegalArgumentException("not about incidents: " + kind);
        };
    }

    private static Dispatch whatLasts(List<Item> items) {
        return sendOrDrop(
                items.stream().map(Item::incident).filter(Incident::isOpen).toList());
    }

    private static Dispatch goodNews(List<Item> items, Instant now) {
        if (items.stream().anyMatch(item -> item.told() == Told.IN_A_MOMENT)) {
            return new Dispatch.Postpone();
        }
        return sendOrDrop(items.stream()
                .filter(item -> item.told() == Told.YES)
                .map(Item::incident)
                .filter(incident -> isFresh(incident, now))
                .toList());
    }

    private static Dispatch sendOrDrop(List<Incident> incidents) {
        return incidents.isEmpty() ? new Dispatch.Drop() : new Dispatch.Send(incidents);
    }

    private static boolean isFresh(Incident incident, Instant now) {
        Instant closedAt = incident.closedAt();
        return closedAt != null && closedAt.plus(GOOD_NEWS_AGE_LIMIT).isAfter(now);
    }
}
