package pl.odzew.notification.delivery;

import java.util.List;
import pl.odzew.notification.alert.Incident;

/// What happens to a mail that is due.
public sealed interface Dispatch {

    /// It leaves and tells of these incidents.
    record Send(List<Incident> incidents) implements Dispatch {

        public Send {
            incidents = List.copyOf(incidents);
        }
    }

    /// It is no longer wanted.
    record Drop() implements Dispatch {}

    /// It cannot be said yet; it is looked at again in a moment.
    record Postpone() implements Dispatch {}
}
