package pl.odzew.mailbox.connection.postgres;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.odzew.mailbox.connection.Secret;

/// Encrypts passwords for one row each (Tink AEAD, the row's id as associated data). Writes with the keyset's primary
/// key, and reads what was written with any other of its keys.
@ApplicationScoped
public class SecretBox {

    private final Path keysetFile;
    private volatile Keys keys;

    /// @param prefix with which everything begins that the primary key has encrypted
    private record Keys(Aead aead, byte[] prefix) {}

    SecretBox(@ConfigProperty(name = "odzew.secrets.keyset-file") Path keysetFile) {
        this.keysetFile = keysetFile;
        this.keys = read(keysetFile);
    }

    /// Takes over the keyset as the file has it now. Blocks; fails and changes nothing where it cannot be read.
    void readAgain() {
        keys = read(keysetFile);
    }

    byte[] prefix() {
        return keys.prefix().clone();
    }

    byte[] lock(Secret secret, UUID row) {
        try {
            return keys.aead().encrypt(secret.reveal().getBytes(StandardCharsets.UTF_8), boundTo(row));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret cannot be encrypted", e);
        }
    }

    Secret open(byte[] locked, UUID row) {
        try {
            return new Secret(new String(keys.aead().decrypt(locked, boundTo(row)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret of " + row + " cannot be decrypted with this keyset", e);
        }
    }

    private static byte[] boundTo(UUID row) {
        return ("mailbox/" + row).getBytes(StandardCharsets.UTF_8);
    }

    private static Keys read(Path keysetFile) {
        try {
            AeadConfig.register();
            KeysetHandle keyset =
                    TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(keysetFile), InsecureSecretKeyAccess.get());
            return new Keys(
                    keyset.getPrimitive(RegistryConfiguration.get(), Aead.class),
                    prefix(keyset.getPrimary().getId()));
        } catch (IOException e) {
            throw new IllegalStateException("odzew.secrets.keyset-file cannot be read: " + keysetFile, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("odzew.secrets.keyset-file is not a keyset: " + keysetFile, e);
        }
    }

    /// Tink's wire format: a version byte and the key's id.
    private static byte[] prefix(int keyId) {
        return ByteBuffer.allocate(1 + Integer.BYTES)
                .put((byte) 1)
                .putInt(keyId)
                .array();
    }
}
