package pl.odzew.mailbox.connection;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.mailbox.connection.GoogleSignIn.Refreshing;
import pl.odzew.mailbox.refusal.Classifier;
import pl.odzew.mailbox.refusal.ServerRefusal;
import pl.odzew.mailbox.refusal.Verdict;

/// Signs in with what is stored: a password as it is, a refresh token by an access token made from it.
///
/// A token that a server refuses is renewed once, and the sign-in tried once more, before anything is
/// concluded. Tokens are kept in memory until shortly before their end. Safe for use by many threads.
public final class AccessTokens {

    private static final Duration SHORTLY = Duration.ofMinutes(1);

    private final GoogleSignIn google;
    private final Classifier classifier;
    private final Clock clock;
    private final Map<Secret, Refreshing.Fresh> kept = new ConcurrentHashMap<>();

    public AccessTokens(GoogleSignIn google, Classifier classifier, Clock clock) {
        this.google = google;
        this.classifier = classifier;
        this.clock = clock;
    }

    /// What a protocol makes of each end.
    ///
    /// @param <T> how a sign-in ends
    public interface Ends<T> {

        /// What the server said, where it refused the sign-in.
        Optional<ServerRefusal> refusal(T end);

        /// @param words what Google says of the consent, as a server's line
        T refused(String words);

        T unreachable(String what);
    }

    public <T> CompletionStage<T> signIn(Login stored, Function<Login, CompletionStage<T>> attempt, Ends<T> ends) {
        if (stored.kind() != Login.Kind.REFRESH_TOKEN) {
            return attempt.apply(stored);
        }
        Refreshing.Fresh known = kept.get(stored.password());
        if (known == null || !clock.instant().isBefore(known.until().minus(SHORTLY))) {
            return withFresh(stored, attempt, ends);
        }
        return attempt.apply(stored.withAccessToken(known.accessToken()))
                .thenCompose(
                        end -> ends.refusal(end).filter(this::mayBeTheToken).isPresent()
                                ? withFresh(stored, attempt, ends)
                                : completedFuture(end));
    }

    private boolean mayBeTheToken(ServerRefusal refusal) {
        Verdict verdict = classifier.classify(refusal, MailProvider.GMAIL);
        return verdict instanceof Verdict.Accusing || verdict instanceof Verdict.TokenStale;
    }

    private <T> CompletionStage<T> withFresh(Login stored, Function<Login, CompletionStage<T>> attempt, Ends<T> ends) {
        return google.refresh(stored.password()).thenCompose(refreshing -> switch (refreshing) {
            case Refreshing.Fresh fresh -> {
                keep(stored.password(), fresh);
                yield attempt.apply(stored.withAccessToken(fresh.accessToken()));
            }
            case Refreshing.ConsentLost lost -> {
                kept.remove(stored.password());
                yield completedFuture(ends.refused(lost.words()));
            }
            case Refreshing.Unavailable unavailable -> completedFuture(ends.unreachable(unavailable.what()));
        });
    }

    private void keep(Secret refreshToken, Refreshing.Fresh fresh) {
        Instant now = clock.instant();
        kept.values().removeIf(token -> token.until().isBefore(now));
        kept.put(refreshToken, fresh);
    }
}
