package pl.odzew.notification.delivery;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import pl.odzew.events.SellerId;
import pl.odzew.notification.contact.Topic;
import pl.odzew.notification.secret.LinkToken;
import pl.odzew.notification.secret.LinkTokens;
import pl.odzew.notification.secret.Purpose;

/// Links in mails that this service answers itself, by a plain page and without signing in.
public final class Links {

    public static final String VERIFY = "/links/verify";
    public static final String UNSUBSCRIBE = "/links/unsubscribe";
    public static final String TOKEN = "token";

    /// A mail may be found again long after it came.
    private static final Duration UNSUBSCRIBE_LIFE = Duration.ofDays(400);

    private final URI base;
    private final LinkTokens tokens;

    /// @param base where the paths are answered, without a slash at its end
    public Links(URI base, LinkTokens tokens) {
        this.base = base;
        this.tokens = tokens;
    }

    public URI verify(SellerId seller, UUID address, Instant expiresAt) {
        return link(VERIFY, new LinkToken(Purpose.VERIFY_ADDRESS, seller, address.toString(), expiresAt));
    }

    public URI unsubscribe(SellerId seller, Topic topic, Instant now) {
        return link(UNSUBSCRIBE, new LinkToken(Purpose.UNSUBSCRIBE, seller, topic.name(), now.plus(UNSUBSCRIBE_LIFE)));
    }

    private URI link(String path, LinkToken token) {
        return URI.create(base + path + "?" + TOKEN + "=" + tokens.write(token));
    }
}
