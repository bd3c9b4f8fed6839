package pl.odzew.portal.services;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a long list, as the services page it.
///
/// @param next the cursor of the next part; absent on the last
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }
}
