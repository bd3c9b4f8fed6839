package pl.odzew.local;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The key of each service that keeps secrets, made at the first start, readable by its owner alone.
///
/// A cleartext file does for one's own machine; an operator's key lies in a KMS or a Kubernetes secret.
record Keysets(DataFolder data) {

    private static final int SECRET_BYTES = 32;

    Path of(String service) {
        Path file = data.keysets().resolve(service + ".json");
        if (!Files.exists(file)) {
            write(file, newKeyset());
        }
        return file;
    }

    /// What the portal's cookies are encrypted and signed with; kept, so that a restart signs nobody out.
    String cookieSecret() {
        Path file = data.keysets().resolve("seller-portal.secret");
        try {
            if (!Files.exists(file)) {
                var secret = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(secret);
                write(file, HexFormat.of().formatHex(secret));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String newKeyset() {
        try {
            AeadConfig.register();
            KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a key", e);
        }
    }

    /// Written beside and moved, so that a killed launcher leaves no half a key.
    private static void write(Path file, String keyset) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, keyset, StandardOpenOption.WRITE);
            Files.move(draft, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
