package pl.odzew.local;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/// The OIDC stand-in: whoever types a name on its page is signed in as that name (`sub`), without a password.
///
/// Further claims, such as `{"groups":["operator"]}`, can be typed beneath the name. Tokens name the audience `odzew`;
/// the signing key is the same after a restart.
final class SignIn implements AutoCloseable {

    private static final String ISSUER = "odzew";
    private static final String AUDIENCE = "odzew";
    private static final long TOKEN_SECONDS = 8 * 3600L;

    private final MockOAuth2Server server;

    private SignIn(MockOAuth2Server server) {
        this.server = server;
    }

    static SignIn start(int port) {
        var tokens =
                new DefaultOAuth2TokenCallback(ISSUER, "nobody", "JWT", List.of(AUDIENCE), Map.of(), TOKEN_SECONDS);
        var server = new MockOAuth2Server(
                new OAuth2Config(true, null, null, false, new OAuth2TokenProvider(), Set.of(tokens)));
        server.start(InetAddress.getLoopbackAddress(), port);
        return new SignIn(server);
    }

    static URI issuer(PortPlan ports) {
        return ports.http(Port.OIDC).resolve("/" + ISSUER);
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
