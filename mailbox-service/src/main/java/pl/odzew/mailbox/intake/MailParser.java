package pl.odzew.mailbox.intake;

/// Takes a mail's bytes apart. Whatever comes, it ends soon and with an outcome.
public interface MailParser {

    Parsing parse(byte[] mail);

    /// How it ended.
    sealed interface Parsing {

        record Parsed(ParsedMail mail) implements Parsing {}

        /// @param what never repeats the mail's words
        record Broken(String what) implements Parsing {}
    }
}
