package pl.odzew.mailbox.sending.smtp;

/// No answer was had: the connection could not be made, broke, was silent for too long, or was no SMTP.
final class SmtpBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SmtpBroken(String message) {
        super(message);
    }
}
