package pl.odzew.mailbox.watch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.LoginCheck;
import pl.odzew.mailbox.connection.Servers;
import pl.odzew.mailbox.refusal.Classifier;
import pl.odzew.mailbox.refusal.ServerRefusal;
import pl.odzew.mailbox.refusal.Verdict;

/// Tries a credential at both servers of a mailbox: IMAP first, SMTP only when that took it, since each refusal counts
/// at the provider.
public final class CredentialTrial {

    /// How a trial ended.
    public sealed interface Outcome {
        /// Both servers took it.
        ///
        /// @param newest up to where INBOX was filled at that moment: what a new mailbox does not answer
        record Accepted(Cursor newest) implements Outcome {}

        record Refused(MailProtocol by, Verdict verdict) implements Outcome {}

        /// One of them did not answer; nothing was learned.
        record Unreachable(MailProtocol which, String what) implements Outcome {}
    }

    private final MailConnector connector;
    private final LoginCheck submission;
    private final Classifier classifier;

    public CredentialTrial(MailConnector connector, LoginCheck submission, Classifier classifier) {
        this.classifier = classifier;
        this.connector = connector;
        this.submission = submission;
    }

    public CompletionStage<Outcome> run(Servers servers, Login login, MailProvider provider) {
        return connector.open(servers.imap(), login).thenCompose(opening -> switch (opening) {
            case MailConnector.Opening.Open open ->
                newest(open.connection())
                        .thenCompose(newest -> submission
                                .check(servers.smtp(), login)
                                .thenApply(check -> outcome(check, newest, provider)))
                        .exceptionally(failure -> new Outcome.Unreachable(MailProtocol.IMAP, String.valueOf(failure)));
            case MailConnector.Opening.Refused refused ->
                CompletableFuture.completedFuture(refused(refused.refusal(), provider));
            case MailConnector.Opening.Unreachable unreachable ->
                CompletableFuture.completedFuture(new Outcome.Unreachable(MailProtocol.IMAP, unreachable.what()));
        });
    }

    private static CompletionStage<Cursor> newest(MailConnection connection) {
        return connection.examine("INBOX").thenApply(Cursor::newest).whenComplete((_, _) -> connection.logout());
    }

    private Outcome outcome(LoginCheck.Check check, Cursor newest, MailProvider provider) {
        return switch (check) {
            case LoginCheck.Check.Accepted _ -> new Outcome.Accepted(newest);
            case LoginCheck.Check.Refused refused -> refused(refused.refusal(), provider);
            case LoginCheck.Check.Unreachable unreachable ->
                new Outcome.Unreachable(MailProtocol.SMTP, unreachable.what());
        };
    }

    private Outcome refused(ServerRefusal refusal, MailProvider provider) {
        return new Outcome.Refused(refusal.protocol(), classifier.classify(refusal, provider));
    }
}
