package pl.odzew.allegro.messaging;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A file that Allegro expects.
///
/// @param uploadTo the one-time address that Allegro gave; absent where the address follows from the id
public record DeclaredAttachment(AttachmentId id, @Nullable URI uploadTo) {

    public DeclaredAttachment {
        requireNonNull(id, "id is null");
    }
}
