package pl.odzew.allegro.authorization.tink;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import pl.odzew.allegro.authorization.Secret;
import pl.odzew.allegro.authorization.Vault;

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

    @Override
    public byte[] seal(Secret secret, String boundTo) {
        try {
            return aead.encrypt(secret.reveal().getBytes(StandardCharsets.UTF_8), associated(boundTo));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt " + boundTo, e);
        }
    }

    @Override
    public Secret open(byte[] sealed, String boundTo) {
        try {
            return new Secret(new String(aead.decrypt(sealed, associated(boundTo)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot decrypt " + boundTo, e);
        }
    }

    private static byte[] associated(String boundTo) {
        return boundTo.getBytes(StandardCharsets.UTF_8);
    }
}
