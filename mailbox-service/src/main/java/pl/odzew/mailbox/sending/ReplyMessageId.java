package pl.odzew.mailbox.sending;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.odzew.events.MailAddress;
import pl.odzew.events.ReplyId;

/// The Message-ID of a reply: made of the reply's id, the same for every attempt, so that it can be looked for and a
/// returned mail names its reply.
public final class ReplyMessageId {

    private static final Pattern OURS =
            Pattern.compile("<?odzew\\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@[^>\\s]+>?");

    private ReplyMessageId() {}

    public static String of(ReplyId reply, MailAddress from) {
        return "<odzew." + reply + "@" + from.domain() + ">";
    }

    /// Empty where it is nobody's reply.
    public static Optional<ReplyId> read(String messageId) {
        Matcher ours = OURS.matcher(messageId.strip());
        return ours.matches() ? Optional.of(ReplyId.of(ours.group(1))) : Optional.empty();
    }
}
