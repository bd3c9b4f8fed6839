package pl.odzew.transport;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// The effect that the tests' handler has: one row for each event.
@Entity
@Table(name = "note")
public class Note {

    @Id
    String eventId;

    protected Note() {}

    Note(String eventId) {
        this.eventId = eventId;
    }
}
