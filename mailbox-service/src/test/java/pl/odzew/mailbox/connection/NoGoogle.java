package pl.odzew.mailbox.connection;

import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.mailbox.refusal.Classifier;

/// An installation whose operator has no client at Google.
public final class NoGoogle implements GoogleSignIn {

    /// For tests of passwords.
    public static AccessTokens tokens() {
        return new AccessTokens(new NoGoogle(), new Classifier(false), Clock.systemUTC());
    }

    @Override
    public boolean isOffered() {
        return false;
    }

    @Override
    public URI authorization(String state, Secret verifier, @Nullable MailAddress hint) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Exchange> exchange(String code, Secret verifier) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Refreshing> refresh(Secret refreshToken) {
        throw new UnsupportedOperationException();
    }
}
