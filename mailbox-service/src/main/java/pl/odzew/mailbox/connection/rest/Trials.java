package pl.odzew.mailbox.connection.rest;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.LoginGate;
import pl.odzew.mailbox.connection.PasswordTries;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.connection.Servers;
import pl.odzew.mailbox.connection.tls.MailTls;
import pl.odzew.mailbox.refusal.ProviderKey;
import pl.odzew.mailbox.refusal.Verdict;
import pl.odzew.mailbox.watch.CredentialTrial;
import pl.odzew.mailbox.watch.CredentialTrial.Outcome;

/// Tries credentials while a person waits: not too often for one person or address, and answered within ten seconds.
@ApplicationScoped
class Trials {

    /// A person waits for the answer.
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    /// A row that is longer is not worth standing in.
    private static final Duration LONGEST_ROW = Duration.ofSeconds(3);

    private final CredentialTrial trial;
    private final PasswordTries tries;
    private final LoginGate gate;
    private final MailTls tls;
    private final Vertx vertx;

    Trials(CredentialTrial trial, PasswordTries tries, LoginGate gate, MailTls tls, Vertx vertx) {
        this.trial = trial;
        this.tls = tls;
        this.vertx = vertx;
        this.tries = tries;
        this.gate = gate;
    }

    /// What is tried, and for whom.
    record Attempt(
            SellerId seller,
            MailAddress address,
            MailProvider provider,
            ProviderKey providerKey,
            Servers servers,
            Login login) {}

    /// Fails with the problem where a server of the seller's choice lies where we do not go. Whoever connects looks
    /// again.
    Uni<Void> permitted(@Nullable Servers servers) {
        return servers == null
                ? Uni.createFrom().voidItem()
                : permitted("imap.host", servers.imap()).chain(() -> permitted("smtp.host", servers.smtp()));
    }

    private Uni<Void> permitted(String field, ServerAddress server) {
        return Uni.createFrom()
                .completionStage(() -> tls.isForbidden(vertx, server.host()).toCompletionStage())
                .invoke(forbidden -> {
                    if (forbidden) {
                        throw new ProblemException(Problem.field(field, "is not on the public internet"));
                    }
                })
                .replaceWithVoid();
    }

    /// Fails with the problem where a server refuses it, or could not be asked.
    Uni<Outcome.Accepted> accepted(Attempt attempt) {
        return outcome(attempt).map(outcome -> switch (outcome) {
            case Outcome.Accepted accepted -> accepted;
            case Outcome.Refused refused -> throw new ProblemException(problem(refused));
            case Outcome.Unreachable unreachable ->
                throw new ProblemException(Problem.notTried("UNREACHABLE", unreachable.which(), unreachable.what()));
        });
    }

    Uni<Outcome> outcome(Attempt attempt) {
        return Uni.createFrom()
                .completionStage(() -> tries.take(attempt.seller(), attempt.address()))
                .invoke(delay -> delay.ifPresent(wait -> {
                    throw new ProblemException(Problem.tooManyTries(wait));
                }))
                .flatMap(_ -> tried(attempt))
                .call(outcome -> outcome instanceof Outcome.Accepted
                        ? Uni.createFrom().completionStage(() -> tries.right(attempt.seller(), attempt.address()))
                        : Uni.createFrom().nullItem());
    }

    private Uni<Outcome> tried(Attempt attempt) {
        Duration row = gate.reservedDelay(attempt.providerKey());
        if (row.compareTo(LONGEST_ROW) > 0) {
            throw new ProblemException(Problem.notTried("TRY_AGAIN_LATER", null, "too many others are being tried"));
        }
        Uni<Void> turn = row.isZero()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().voidItem().onItem().delayIt().by(row);
        return turn.chain(() -> Uni.createFrom()
                        .completionStage(() -> trial.run(attempt.servers(), attempt.login(), attempt.provider())))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure(TimeoutException.class)
                .recoverWithItem(() -> new Outcome.Unreachable(MailProtocol.IMAP, "no answer in time"));
    }

    private static Problem problem(Outcome.Refused refused) {
        return switch (refused.verdict()) {
            case Verdict.Accusing accusing -> Problem.refused(refused.by(), accusing);
            case Verdict.Limit limit -> Problem.notTried("LIMIT", refused.by(), limit.words());
            case Verdict.SessionExpired _, Verdict.Transient _, Verdict.TokenStale _, Verdict.NotTheCredential _ ->
                Problem.notTried(
                        "TRY_AGAIN_LATER", refused.by(), refused.verdict().words());
        };
    }
}
