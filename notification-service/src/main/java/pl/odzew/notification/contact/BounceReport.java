package pl.odzew.notification.contact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pl.odzew.events.MailAddress;

/// Reads the report that a mail server returns with what it could not deliver (RFC 3464).
public final class BounceReport {

    /// A group of fields for each recipient, parted by empty lines.
    private static final Pattern GROUPS = Pattern.compile("\n[ \\t]*\n");

    private static final Pattern RECIPIENT =
            Pattern.compile("(?im)^(?:Final|Original)-Recipient:[ \\t]*rfc822[ \\t]*;[ \\t]*<?([^\\s<>]+)>?[ \\t]*$");
    private static final Pattern ACTION_FAILED = Pattern.compile("(?im)^Action:[ \\t]*failed\\b");
    /// Enhanced status of RFC 3463: 5 is for good. A full mailbox (5.2.2) is emptied again, and the rest of 5.7 is
    /// about us and not about the address.
    private static final Pattern STATUS_OF_ADDRESS =
            Pattern.compile("(?im)^Status:[ \\t]*5\\.(?:1\\.\\d+|2\\.1|4\\.4)\\b");

    private BounceReport() {}

    /// The addresses that do not exist any more, or take no mail for good.
    ///
    /// @param mail the returned mail as it came, headers and all
    public static List<MailAddress> deadAddresses(String mail) {
        return Stream.of(GROUPS.split(mail.replace("\r\n", "\n")))
                .filter(group -> ACTION_FAILED.matcher(group).find())
                .filter(group -> STATUS_OF_ADDRESS.matcher(group).find())
                .flatMap(group -> RECIPIENT.matcher(group).results().limit(1).map(match -> match.group(1)))
                .flatMap(text -> address(text).stream())
                .distinct()
                .toList();
    }

    private static Optional<MailAddress> address(String text) {
        try {
            return Optional.of(new MailAddress(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
