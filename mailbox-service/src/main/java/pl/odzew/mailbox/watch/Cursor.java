package pl.odzew.mailbox.watch;

import static java.util.Objects.requireNonNull;

import pl.odzew.mailbox.intake.Uid;
import pl.odzew.mailbox.intake.UidValidity;

/// How far a mailbox's INBOX has been read: everything up to `last`, under this numbering.
public record Cursor(UidValidity validity, Uid last) {

    public Cursor {
        requireNonNull(validity, "validity is null");
        requireNonNull(last, "last is null");
    }

    /// Behind everything that lay in the folder when it was opened.
    public static Cursor newest(MailConnection.FolderState folder) {
        return new Cursor(
                folder.uidValidity(), new Uid(Math.max(folder.uidNext().value() - 1, 0)));
    }
}
