package pl.odzew.mailbox.story;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import pl.odzew.mailbox.mailserver.MailServer;

/// Points the service at a mail server of this JVM, and makes the secrets that an operator would have made.
///
/// The server itself is started by the test, which is loaded by another class loader: this resource only finds free
/// ports and has the certificate written into the folder that both share.
public final class GmailForTests implements QuarkusTestResourceLifecycleManager {

    public static final String FOLDER = "test.mail.folder";
    public static final String IMAP_PORT = "odzew.providers.gmail.imap-port";
    public static final String SMTP_PORT = "odzew.providers.gmail.smtp-port";

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("gmail");
            var config = new HashMap<String, String>();
            try (MailServer server = MailServer.start(MailServer.Options.keptIn(folder))) {
                config.put(FOLDER, folder.toString());
                config.put("odzew.providers.gmail.imap-host", MailServer.HOST);
                config.put(IMAP_PORT, Integer.toString(server.imapPort()));
                config.put("odzew.providers.gmail.smtp-host", MailServer.HOST);
                config.put(SMTP_PORT, Integer.toString(server.smtpPort()));
                config.put(
                        "odzew.mail.trusted-certificates",
                        server.certificateAuthority().toString());
            }
            config.put("odzew.secrets.keyset-file", keyset(folder).toString());
            config.put("quarkus.oidc.public-key", SellersToken.publicKey());
            // Several builds may run beside each other.
            config.put("quarkus.http.test-port", "0");
            config.put("odzew.suspicion.confirm-after", "0S,1S,2S");
            config.put("odzew.sending.look-again-after", "1S,2S");
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}

    private static Path keyset(Path folder) throws IOException {
        try {
            AeadConfig.register();
            KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return Files.writeString(
                    folder.resolve("keyset.json"),
                    TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
