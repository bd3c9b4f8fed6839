package pl.odzew.mailbox.refusal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import pl.odzew.events.mailbox.v1.MailProtocol;

/// What a server said when it refused a login, word for word.
///
/// @param lines as received, without line ends and without the tag of IMAP's last line; untagged lines that came with
///     the refusal stand before it (Gmail's `* NO [WEBALERT …]` carries the link that its owner needs). For XOAUTH2 the
///     base64 challenge is among them. At most 20 lines of 2,000 characters
public record ServerRefusal(MailProtocol protocol, List<String> lines) {

    public ServerRefusal {
        requireNonNull(protocol, "protocol is null");
        lines = List.copyOf(lines);
    }
}
