package pl.odzew.notification.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import pl.odzew.events.SellerId;

/// Writes and reads the tokens of mailed links: sealed, for one purpose, for a time, and telling nobody anything.
public final class LinkTokens {

    private static final String SEPARATOR = "\n";
    private static final int PARTS = 3;

    private final Vault vault;

    public LinkTokens(Vault vault) {
        this.vault = vault;
    }

    public String write(LinkToken token) {
        String text = String.join(
                SEPARATOR,
                Long.toString(token.expiresAt().getEpochSecond()),
                token.subject(),
                token.sellerId().value());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(vault.seal(text.getBytes(UTF_8), boundTo(token.purpose())));
    }

    /// Nothing for a token of another purpose, one that has expired, and anything that is no token.
    public Optional<LinkToken> read(String text, Purpose purpose, Instant now) {
        return decoded(text)
                .flatMap(bytes -> vault.open(bytes, boundTo(purpose)))
                .map(open -> new String(open, UTF_8).split(SEPARATOR, PARTS))
                .filter(parts -> parts.length == PARTS)
                .map(parts -> new LinkToken(
                        purpose, new SellerId(parts[2]), parts[1], Instant.ofEpochSecond(Long.parseLong(parts[0]))))
                .filter(token -> token.expiresAt().isAfter(now));
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String boundTo(Purpose purpose) {
        return "link/" + purpose;
    }
}
