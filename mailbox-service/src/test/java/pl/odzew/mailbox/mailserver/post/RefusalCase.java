package pl.odzew.mailbox.mailserver.post;

import java.util.List;

/// The ways in which Gmail refuses, in its own words.
///
/// In IMAP lines `A1` stands for the tag of the command. A case without lines for a protocol does not concern
/// it: sign-in goes on there as usual.
public enum RefusalCase {
    APP_PASSWORD_REQUIRED(
            List.of(
                    "A1 NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833"
                            + " (Failure)"),
            List.of(
                    "534-5.7.9 Application-specific password required. For more information, go to",
                    "534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor 5b1f17b1804b1-odzew - gsmtp")),
    WEB_LOGIN_REQUIRED(
            List.of(
                    "* NO [WEBALERT https://accounts.google.com/signin/continue?sarp=1&scc=1&plt=AKgnsbu0odzew] Web login required.",
                    "A1 NO [ALERT] Please log in via your web browser: https://support.google.com/mail/accounts/answer/78754"
                            + " (Failure)"),
            List.of("535 5.7.1 Please log in with your web browser and then try again. 5b1f17b1804b1-odzew - gsmtp")),
    INVALID_CREDENTIALS(
            List.of("A1 NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)"),
            List.of(
                    "535-5.7.8 Username and Password not accepted. For more information, go to",
                    "535 5.7.8  https://support.google.com/mail/?p=BadCredentials 5b1f17b1804b1-odzew - gsmtp")),
    TOO_MANY_CONNECTIONS(List.of("A1 NO [ALERT] Too many simultaneous connections. (Failure)"), List.of()),
    TEMPORARY_PROBLEM(
            List.of("A1 NO [UNAVAILABLE] Temporary System Problem. Please try again later. (Failure)"),
            List.of("454 4.7.0 Cannot authenticate due to a temporary system problem. Try again later."
                    + " 5b1f17b1804b1-odzew - gsmtp")),
    IMAP_DISABLED_FOR_DOMAIN(
            List.of(
                    "A1 NO [ALERT] IMAP access is disabled for your domain. Please contact your domain administrator for"
                            + " questions about this feature. (Failure)"),
            List.of()),
    SMTP_LOGIN_RATE(
            List.of(),
            List.of(
                    "454-4.7.0 Too many login attempts, please try again later. For more information, go to",
                    "454 4.7.0  https://support.google.com/mail/answer/7126229 5b1f17b1804b1-odzew - gsmtp")),
    /// Signing in is allowed; `MAIL FROM` is refused.
    DAILY_SENDING_LIMIT(
            List.of(),
            List.of(
                    "550-5.4.5 Daily user sending limit exceeded. For more information on Gmail",
                    "550-5.4.5 sending limits go to",
                    "550 5.4.5  https://support.google.com/a/answer/166852 5b1f17b1804b1-odzew - gsmtp")),
    BANDWIDTH_EXCEEDED(List.of("* BYE [OVERQUOTA] Account exceeded command or bandwidth limits."), List.of()),
    BYE_AT_LOGIN(
            List.of("* BYE Temporary System Error"), List.of("421 4.7.0 Temporary System Problem.  Try again later.")),
    /// No answer to the sign-in, however long the client waits.
    HANG(List.of(), List.of()),
    /// The connection is cut without an answer.
    DROP(List.of(), List.of()),
    /// Only the lines that the caller gives: those that begin with three digits are for SMTP, the others
    /// for IMAP.
    OTHER(List.of(), List.of());

    private final List<String> imap;
    private final List<String> smtp;

    RefusalCase(List<String> imap, List<String> smtp) {
        this.imap = imap;
        this.smtp = smtp;
    }

    List<String> lines(Protocol protocol) {
        return protocol == Protocol.IMAP ? imap : smtp;
    }
}
