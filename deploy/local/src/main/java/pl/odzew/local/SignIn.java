package pl.odzew.local;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.TokenRequest;
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
/// the signing key is the same after a restart. A service that signs in as itself gets the role `sender`.
final class SignIn implements AutoCloseable {

    private static final String ISSUER = "odzew";
    private static final String AUDIENCE = "odzew";
    private static final long TOKEN_SECONDS = 8 * 3600L;

    private final MockOAuth2Server server;

    private SignIn(MockOAuth2Server server) {
        this.server = server;
    }

    static SignIn start(int port) {
        var server = new MockOAuth2Server(
                new OAuth2Config(true, null, null, false, new OAuth2TokenProvider(), Set.of(new Tokens())));
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

    /// A person is who he says; a service that signs in as itself is one that sends replies.
    private static final class Tokens extends DefaultOAuth2TokenCallback {

        Tokens() {
            super(ISSUER, "nobody", "JWT", List.of(AUDIENCE), Map.of(), TOKEN_SECONDS);
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            return request.getAuthorizationGrant().getType().equals(GrantType.CLIENT_CREDENTIALS)
                    ? Map.of("groups", List.of("sender"))
                    : super.addClaims(request);
        }
    }
}
