package pl.odzew.mailbox.mailserver.post;

/// Where the connection breaks while a mail is handed over by SMTP.
public enum SubmissionFault {
    /// After the last line of `DATA`, before the server took the mail: it is neither filed nor delivered.
    CUT_BEFORE_ACCEPTING,
    /// After the server took the mail, before the `250` is written: it is filed and delivered, and the client
    /// cannot know.
    CUT_AFTER_ACCEPTING
}
