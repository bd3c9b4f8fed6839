package pl.odzew.mailbox.intake;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What a mail of Allegro's looks like, without what it says: enough to write a recogniser by.
///
/// @param sender an address of Allegro's own; a masked one is redacted
/// @param headers the names of its fields, in their order
/// @param links with everything redacted but hosts, the shape of paths and the names of parameters
public record RedactedMail(String sender, String subject, List<String> headers, List<String> links, String text) {

    public RedactedMail {
        requireNonNull(sender, "sender is null");
        requireNonNull(subject, "subject is null");
        headers = List.copyOf(headers);
        links = List.copyOf(links);
        requireNonNull(text, "text is null");
    }
}
