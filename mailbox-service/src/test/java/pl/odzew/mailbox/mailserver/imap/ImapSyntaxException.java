package pl.odzew.mailbox.mailserver.imap;

/// What the client sent cannot be understood; answered with `BAD`, and the conversation goes on.
final class ImapSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String tag;

    ImapSyntaxException(String tag, String message) {
        super(message);
        this.tag = tag;
    }

    ImapSyntaxException(String message) {
        this("*", message);
    }

    /// `*` when it is not known.
    String tag() {
        return tag;
    }

    ImapSyntaxException under(String knownTag) {
        return new ImapSyntaxException(knownTag, getMessage());
    }
}
