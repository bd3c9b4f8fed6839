package pl.odzew.mailbox.mailserver.post;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The folders of a Polish Gmail account, with their names in modified UTF-7 (RFC 3501 §5.1.3).
public enum Folder {
    INBOX("INBOX", "", "\\Inbox"),
    /// "Wszystkie": holds every mail, also those of the inbox and the sent ones, under UIDs of its own.
    ALL_MAIL("[Gmail]/Wszystkie", "\\All", ""),
    DRAFTS("[Gmail]/Wersje robocze", "\\Drafts", "\\Draft"),
    SENT("[Gmail]/Wys&AUI-ane", "\\Sent", "\\Sent"),
    SPAM("[Gmail]/Spam", "\\Junk", "\\Spam"),
    TRASH("[Gmail]/Kosz", "\\Trash", "\\Trash");

    private final String wireName;
    private final String specialUse;
    private final String label;

    Folder(String wireName, String specialUse, String label) {
        this.wireName = wireName;
        this.specialUse = specialUse;
        this.label = label;
    }

    public String wireName() {
        return wireName;
    }

    /// As a client sees it that enabled `UTF8=ACCEPT` (RFC 6855).
    public String readableName() {
        return wireName.replace("&AUI-", "ł");
    }

    /// The attribute of RFC 6154; empty for the inbox.
    public String specialUse() {
        return specialUse;
    }

    /// What `X-GM-LABELS` says of a mail in it; empty where Gmail says nothing.
    public String label() {
        return label;
    }

    /// By the name that a client sends, in modified UTF-7 or in readable characters; `INBOX` in any case.
    public static Optional<Folder> named(String name) {
        if (name.toUpperCase(Locale.ROOT).equals("INBOX")) {
            return Optional.of(INBOX);
        }
        return Stream.of(values())
                .filter(folder ->
                        folder.wireName.equals(name) || folder.readableName().equals(name))
                .findFirst();
    }
}
