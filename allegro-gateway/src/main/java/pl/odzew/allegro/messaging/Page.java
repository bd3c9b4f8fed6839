package pl.odzew.allegro.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some of a list, newest first, and where the next of it is.
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }
}
