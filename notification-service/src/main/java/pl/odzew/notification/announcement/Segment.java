package pl.odzew.notification.announcement;

import java.util.Set;
import pl.odzew.events.mailbox.v1.CredentialShape;
import pl.odzew.events.mailbox.v1.MailProvider;

/// Whom an announcement concerns: sellers with a mailbox of this sort by which buyers are answered. A seller who has
/// since changed the password, or moved to version 3, is in it no longer.
///
/// @param providers whose mailboxes
/// @param credentials with which sort of saved credential
/// @param versions of the autoresponder that answers through the mailbox: 1, 2
public record Segment(Set<MailProvider> providers, Set<CredentialShape> credentials, Set<Integer> versions) {

    public Segment {
        providers = Set.copyOf(providers);
        credentials = Set.copyOf(credentials);
        versions = Set.copyOf(versions);
        if (providers.isEmpty() || credentials.isEmpty() || versions.isEmpty()) {
            throw new IllegalArgumentException("a segment of nobody");
        }
    }
}
