package pl.odzew.notification.secret.tink;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/// With which keys secrets are encrypted and links are signed.
@ConfigMapping(prefix = "odzew.secrets")
public interface SecretsConfig {

    /// A Tink keyset for AEAD in JSON, in clear; the file is to be readable by this service alone.
    Path keysetFile();
}
