package pl.odzew.allegro.messaging;

import static java.util.Objects.requireNonNull;

/// Allegro's name of a declared file.
public record AttachmentId(String value) {

    public AttachmentId {
        requireNonNull(value, "value is null");
    }
}
