package pl.odzew.notification.delivery.letter;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What stands around the words of every mail.
///
/// @param portal the portal's address
/// @param unsubscribe where mails of this sort end; empty for those that a seller cannot decline
public record Frame(String title, String portal, String unsubscribe) {

    public Frame {
        requireNonNull(title, "title is null");
        requireNonNull(portal, "portal is null");
        requireNonNull(unsubscribe, "unsubscribe is null");
    }

    public Frame(String title, URI portal, @Nullable URI unsubscribe) {
        this(title, portal.toString(), unsubscribe == null ? "" : unsubscribe.toString());
    }
}
