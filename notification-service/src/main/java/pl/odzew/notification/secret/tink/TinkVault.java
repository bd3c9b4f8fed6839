package pl.odzew.notification.secret.tink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Optional;
import pl.odzew.notification.secret.LinkTokens;
import pl.odzew.notification.secret.Vault;

/// AEAD of Tink; the name to which a secret is bound goes in as associated data.
@ApplicationScoped
class TinkVault implements Vault {

    private final Aead aead;

    TinkVault(SecretsConfig config) {
        try {
            AeadConfig.register();
            String keyset = Files.readString(config.keysetFile());
            aead = TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the keyset of odzew.secrets.keyset-file cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keyset of odzew.secrets.keyset-file cannot be used", e);
        }
    }

    @Produces
    @Singleton
    static LinkTokens linkTokens(Vault vault) {
        return new LinkTokens(vault);
    }

    @Override
    public byte[] seal(byte[] open, String boundTo) {
        try {
            return aead.encrypt(open, boundTo.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt " + boundTo, e);
        }
    }

    @Override
    public Optional<byte[]> open(byte[] sealed, String boundTo) {
        try {
            return Optional.of(aead.decrypt(sealed, boundTo.getBytes(UTF_8)));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }
}
