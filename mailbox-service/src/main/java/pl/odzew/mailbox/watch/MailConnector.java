package pl.odzew.mailbox.watch;

import java.util.concurrent.CompletionStage;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.refusal.ServerRefusal;

/// Opens signed-in connections to IMAP servers.
public interface MailConnector {

    /// Connects, signs in with one mechanism (no fall-back to another) and says who we are (`ID`).
    ///
    /// The stage never fails: everything that can happen is an [Opening]. It ends within the adapter's
    /// own limit of time.
    CompletionStage<Opening> open(ServerAddress server, Login login);

    /// How an attempt to open a connection ended.
    sealed interface Opening {

        /// Signed in; the caller closes it.
        record Open(MailConnection connection) implements Opening {}

        /// The server answered and refused, with `NO`, `BAD` or `BYE`; what that means is for the classifier to say.
        record Refused(ServerRefusal refusal) implements Opening {}

        /// No answer was had: DNS, TCP, TLS, time-out. Says nothing about the credential.
        record Unreachable(String what) implements Opening {}
    }
}
