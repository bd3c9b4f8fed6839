package pl.odzew.notification.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.odzew.events.SellerId;

class LinkTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");
    private static final LinkToken TOKEN =
            new LinkToken(Purpose.UNSUBSCRIBE, new SellerId("anna\nand more"), "REMINDERS", NOW.plusSeconds(60));

    private final LinkTokens tokens = new LinkTokens(new NamedBytes());

    @Test
    void readsWhatItWrote() {
        // Then
        assertThat(tokens.read(tokens.write(TOKEN), Purpose.UNSUBSCRIBE, NOW)).contains(TOKEN);
    }

    @Test
    void isGoodForOnePurposeAndForATime() {
        // Given
        String token = tokens.write(TOKEN);

        // Then
        assertThat(tokens.read(token, Purpose.VERIFY_ADDRESS, NOW)).isEmpty();
        assertThat(tokens.read(token, Purpose.UNSUBSCRIBE, NOW.plus(Duration.ofMinutes(1))))
                .isEmpty();
    }

    @Test
    void readsNothingElse() {
        // Then
        assertThat(tokens.read("", Purpose.UNSUBSCRIBE, NOW)).isEmpty();
        assertThat(tokens.read("not base64 !", Purpose.UNSUBSCRIBE, NOW)).isEmpty();
        assertThat(tokens.read("QUJD", Purpose.UNSUBSCRIBE, NOW)).isEmpty();
    }

    /// Puts the name before the bytes, which is all that is asked of a vault here.
    private static final class NamedBytes implements Vault {

        @Override
        public byte[] seal(byte[] open, String boundTo) {
            byte[] both = Arrays.copyOf(name(boundTo), name(boundTo).length + open.length);
            System.arraycopy(open, 0, both, name(boundTo).length, open.length);
            return both;
        }

        @Override
        public Optional<byte[]> open(byte[] bytes, String boundTo) {
            int length = name(boundTo).length;
            return bytes.length >= length && Arrays.equals(Arrays.copyOf(bytes, length), name(boundTo))
                    ? Optional.of(Arrays.copyOfRange(bytes, length, bytes.length))
                    : Optional.empty();
        }

        private static byte[] name(String boundTo) {
            return (boundTo + "|").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
