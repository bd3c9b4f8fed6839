package pl.odzew.mailbox.connection;

import java.util.concurrent.CompletionStage;
import pl.odzew.mailbox.refusal.ServerRefusal;

/// Tries a login at the server through which the mailbox sends.
public interface LoginCheck {

    /// Signs in and leaves: EHLO, STARTTLS where needed, AUTH by one mechanism, QUIT.
    ///
    /// The stage never fails, and ends within the adapter's own time limit.
    CompletionStage<Check> check(ServerAddress server, Login login);

    /// How a sign-in ended.
    sealed interface Check {

        record Accepted() implements Check {}

        record Refused(ServerRefusal refusal) implements Check {}

        record Unreachable(String what) implements Check {}
    }
}
