package pl.odzew.mailbox.connection;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;

/// Counts the passwords that sellers let us try, so that nobody guesses one from our address.
public interface PasswordTries {

    /// Takes one try, of the seller's and of the address's; says how long to wait where none is left, and takes none.
    CompletionStage<Optional<Duration>> take(SellerId seller, MailAddress address);

    /// A password was right: what was tried before it is no guessing.
    CompletionStage<Void> right(SellerId seller, MailAddress address);

    /// @param ofSeller tries that a seller has within the window, whatever the addresses
    /// @param ofAddress tries that an address has within the window, whoever makes them
    record Limits(int ofSeller, int ofAddress, Duration window) {

        public Limits {
            requireNonNull(window, "window is null");
            if (ofSeller < 1 || ofAddress < 1) {
                throw new IllegalArgumentException("at least one try expected");
            }
        }

        /// What was used within the window.
        ///
        /// @param oldest the oldest try of the window; any moment where there is none
        public record Used(int tries, Instant oldest) {}

        /// How long to wait before the next try; empty where it may be made.
        public Optional<Duration> delay(Used seller, Used address, Instant now) {
            Duration bySeller = delay(seller, ofSeller, now);
            Duration byAddress = delay(address, ofAddress, now);
            Duration longer = bySeller.compareTo(byAddress) > 0 ? bySeller : byAddress;
            return longer.isPositive() ? Optional.of(longer) : Optional.empty();
        }

        private Duration delay(Used used, int limit, Instant now) {
            return used.tries() < limit
                    ? Duration.ZERO
                    : Duration.between(now, used.oldest().plus(window));
        }
    }
}
