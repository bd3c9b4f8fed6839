package pl.odzew.notification.alert;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// One incident; also the id of the notification that shows it.
public record IncidentId(UUID value) {

    public IncidentId {
        requireNonNull(value, "value is null");
    }

    public static IncidentId random() {
        return new IncidentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
