package pl.odzew.mailbox.connection.postgres;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.odzew.mailbox.connection.Secret;

/// Encrypts passwords for one row each (Tink AEAD, the row's id as associated data).
@ApplicationScoped
public class SecretBox {

    private final Aead aead;

    SecretBox(@ConfigProperty(name = "odzew.secrets.keyset-file") Path keysetFile) {
        this.aead = read(keysetFile);
    }

    byte[] lock(Secret secret, UUID row) {
        try {
            return aead.encrypt(secret.reveal().getBytes(StandardCharsets.UTF_8), boundTo(row));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret cannot be encrypted", e);
        }
    }

    Secret open(byte[] locked, UUID row) {
        try {
            return new Secret(new String(aead.decrypt(locked, boundTo(row)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret of " + row + " cannot be decrypted with this keyset", e);
        }
    }

    private static byte[] boundTo(UUID row) {
        return ("mailbox/" + row).getBytes(StandardCharsets.UTF_8);
    }

    private static Aead read(Path keysetFile) {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(keysetFile), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (IOException e) {
            throw new IllegalStateException("odzew.secrets.keyset-file cannot be read: " + keysetFile, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("odzew.secrets.keyset-file is not a keyset: " + keysetFile, e);
        }
    }
}
