package pl.odzew.mailbox.sending;

import java.util.concurrent.CompletionStage;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.LoginCheck;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.refusal.ServerRefusal;

/// Hands mails to a seller's own SMTP server.
///
/// The stages never fail: everything that can happen is an outcome. They end within the adapter's own time limit.
public interface MailTransport extends LoginCheck {

    /// Sends one mail to its one recipient.
    CompletionStage<Sending> send(ServerAddress server, Login login, OutgoingMail mail);

    /// How an attempt to send ended; says whether the mail may be on its way.
    sealed interface Sending {

        /// The server took responsibility for it.
        record Accepted() implements Sending {}

        /// The sign-in was refused; nothing was sent.
        record LoginRefused(ServerRefusal refusal) implements Sending {}

        /// Refused before the server could have taken it, in words that forbid to try this mail again (5xx).
        record Rejected(String serverWords) implements Sending {}

        /// A sending limit is reached (Gmail `5.4.5`); nothing was sent.
        record LimitReached(String serverWords) implements Sending {}

        /// It failed before the server could have accepted it: not sent, may be tried again.
        record NotSent(String what) implements Sending {}

        /// Nobody can say: the connection broke after the mail was handed over, or the phase is not certain.
        record PossiblySent(String what) implements Sending {}
    }
}
