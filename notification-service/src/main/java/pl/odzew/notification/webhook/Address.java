package pl.odzew.notification.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

/// Which addresses may be called: a seller is not to reach through us what only we can reach.
///
/// @param allowPrivate for a local run and tests, where all is private
public record Address(boolean allowPrivate) {

    private static final int LONGEST = 2_000;
    /// fc00::/7, which Java does not know.
    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int UNIQUE_LOCAL = 0xfc;
    /// 100.64.0.0/10, addresses of carriers and of clusters.
    private static final int SHARED_FIRST = 100;
    private static final int SHARED_MASK = 0xc0;
    private static final int SHARED = 64;
    private static final int IPV4 = 4;

    /// Nothing for what is no address of a web server that may be named.
    public Optional<URI> read(String text) {
        try {
            URI uri = URI.create(text.strip());
            boolean secure = "https".equalsIgnoreCase(uri.getScheme())
                    || (allowPrivate && "http".equalsIgnoreCase(uri.getScheme()));
            return secure && uri.getHost() != null && uri.getUserInfo() == null && text.length() <= LONGEST
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Whether what a name resolves to may be called.
    public boolean mayBeCalled(InetAddress address) {
        return allowPrivate
                || !(address.isLoopbackAddress()
                        || address.isAnyLocalAddress()
                        || address.isLinkLocalAddress()
                        || address.isSiteLocalAddress()
                        || address.isMulticastAddress()
                        || isOtherwisePrivate(address.getAddress()));
    }

    private static boolean isOtherwisePrivate(byte[] bytes) {
        return bytes.length == IPV4
                ? bytes[0] == SHARED_FIRST && (bytes[1] & SHARED_MASK) == SHARED
                : (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
    }
}
