package pl.odzew.events.mailbox.v1;

/// Whose mail server it is; decides presets, login rates and which remedies can help.
public enum MailProvider {
    GMAIL,
    WP,
    O2,
    ONET,
    INTERIA,
    OTHER
}
