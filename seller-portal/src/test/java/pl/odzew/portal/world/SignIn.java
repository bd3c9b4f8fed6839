package pl.odzew.portal.world;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/// The OIDC provider: whoever types a name is signed in under it.
final class SignIn implements AutoCloseable {

    private static final String ISSUER = "odzew";

    private final MockOAuth2Server server;

    private SignIn(MockOAuth2Server server) {
        this.server = server;
    }

    static SignIn start() {
        var tokens = new DefaultOAuth2TokenCallback(ISSUER, "nobody", "JWT", List.of("odzew"), Map.of(), 3600);
        var server = new MockOAuth2Server(
                new OAuth2Config(true, null, null, false, new OAuth2TokenProvider(), Set.of(tokens)));
        server.start(InetAddress.getLoopbackAddress(), 0);
        return new SignIn(server);
    }

    URI issuer() {
        return URI.create("http://localhost:" + server.url("/").port() + "/" + ISSUER);
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
