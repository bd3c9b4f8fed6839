package pl.odzew.mailbox.connection.tls;

import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import pl.odzew.mailbox.connection.HostPolicy;

/// A certificate for `localhost` that no system trusts; made once for all tests of a JVM.
public final class TestCertificate {

    public static final String PASSWORD = "changeit";

    /// Every name under which tests call this machine.
    private static final HostPolicy HERE =
            new HostPolicy(Set.of("localhost", "127.0.0.1", "imap.stranger.example"), Set.of(), Set.of());

    private static final Path FOLDER = make();

    private TestCertificate() {}

    /// For servers.
    public static Path keyStore() {
        return FOLDER.resolve("localhost-keystore.p12");
    }

    /// As PEM, for servers that are not ours.
    public static Path certificate() {
        return FOLDER.resolve("localhost.crt");
    }

    public static Path key() {
        return FOLDER.resolve("localhost.key");
    }

    /// For clients that shall trust it.
    public static MailTls trusted() {
        return trusting(authority());
    }

    /// Who signed it.
    public static Path authority() {
        return FOLDER.resolve("localhost.crt");
    }

    /// For clients that shall trust another one, on this machine.
    public static MailTls trusting(Path certificate) {
        return new MailTls(Optional.of(certificate), HERE);
    }

    /// For clients that trust what the system trusts, on this machine.
    public static MailTls trustingNothing() {
        return new MailTls(Optional.empty(), HERE);
    }

    public static SSLContext serverContext() {
        try (InputStream in = Files.newInputStream(keyStore())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("odzew-test-certificate");
            new CertificateGenerator(folder, true)
                    .generate(new CertificateRequest()
                            .withName("localhost")
                            .withPassword(PASSWORD)
                            .withDuration(Duration.ofDays(1))
                            .withFormats(List.of(Format.PEM, Format.PKCS12)));
            return folder;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
