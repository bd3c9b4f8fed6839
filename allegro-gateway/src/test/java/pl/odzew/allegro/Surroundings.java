package pl.odzew.allegro;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import pl.odzew.allegro.marketplace.Marketplace;
import pl.odzew.allegro.marketplace.Options;

/// What the gateway meets outside: Allegro, the OIDC provider, the file with its keys.
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    private static final String ISSUER = "odzew";

    private final Marketplace marketplace = Marketplace.start(Options.inMemory());
    private final MockOAuth2Server identity = new MockOAuth2Server();
    private final SellersFiles files = new SellersFiles();

    @Override
    public Map<String, String> start() {
        identity.start();
        return Map.ofEntries(
                Map.entry("odzew.allegro.api-url", marketplace.uri().toString()),
                Map.entry("odzew.allegro.oauth-url", marketplace.oauthUri().toString()),
                Map.entry("odzew.allegro.client-id", Options.DEFAULT_CLIENT_ID),
                Map.entry("odzew.allegro.client-secret", Options.DEFAULT_CLIENT_SECRET),
                Map.entry("odzew.secrets.keyset-file", keyset().toString()),
                Map.entry("odzew.authorization.profile-again-after", "1S"),
                Map.entry("odzew.polling.active-interval", "300ms"),
                Map.entry("odzew.polling.idle-interval", "300ms"),
                Map.entry("odzew.polling.whole-list-interval", "2S"),
                Map.entry("odzew.polling.issues-interval", "500ms"),
                Map.entry("odzew.polling.pending-interval", "1S"),
                Map.entry("odzew.polling.late-looks", "1S,2S,4S,8S,16S,32S,64S,72H"),
                Map.entry("odzew.replying.check-delivery-after", "500ms,1S,2S,4S,8S"),
                Map.entry("odzew.responder.url", files.uri().toString()),
                Map.entry("odzew.replying.look-again-after", "1S,2S"),
                Map.entry(
                        "quarkus.oidc.auth-server-url",
                        identity.issuerUrl(ISSUER).toString()));
    }

    Marketplace marketplace() {
        return marketplace;
    }

    MockOAuth2Server identity() {
        return identity;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(marketplace, new TestInjector.MatchesType(Marketplace.class));
        injector.injectIntoFields(files, new TestInjector.MatchesType(SellersFiles.class));
        injector.injectIntoFields(identity, new TestInjector.MatchesType(MockOAuth2Server.class));
    }

    @Override
    public void stop() {
        identity.shutdown();
        files.close();
        marketplace.close();
    }

    private static Path keyset() {
        try {
            AeadConfig.register();
            KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
            return Files.writeString(Files.createTempFile("keyset", ".json"), json);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
