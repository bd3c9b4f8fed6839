package pl.odzew.mailbox.mailserver.wire;

import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// The server's certificate for `localhost` and `127.0.0.1`, its own authority; made once for a folder.
///
/// @param authority PEM file that a client must trust
public record ServerCertificate(Path authority, SSLContext context) {

    private static final String NAME = "mail-server";
    // Guards nothing: the key store lies beside what it would protect.
    private static final String PASSWORD = "mail-server";

    // Chatty at INFO; held here, since a logger that nobody holds forgets its level.
    private static final Logger GENERATOR = Logger.getLogger("io.smallrye.certs");

    static {
        GENERATOR.setLevel(Level.WARNING);
    }

    /// One for all servers of this process that keep nothing: making a key takes a second.
    public static ServerCertificate ofThisProcess() {
        return OfThisProcess.IT;
    }

    private static final class OfThisProcess {

        private static final ServerCertificate IT = make();

        private static ServerCertificate make() {
            try {
                Path folder = Files.createTempDirectory("mail-server");
                ServerCertificate made = in(folder);
                // Deleted in the reverse order.
                folder.toFile().deleteOnExit();
                try (Stream<Path> files = Files.list(folder)) {
                    files.forEach(file -> file.toFile().deleteOnExit());
                }
                return made;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static ServerCertificate in(Path folder) {
        try {
            Files.createDirectories(folder);
            Path keyStore = folder.resolve(NAME + "-keystore.p12");
            if (Files.notExists(keyStore)) {
                new CertificateGenerator(folder, true)
                        .generate(new CertificateRequest()
                                .withName(NAME)
                                .withFormats(List.of(Format.PEM, Format.PKCS12))
                                .withPassword(PASSWORD)
                                .withCN("localhost")
                                .withDuration(Duration.ofDays(3650))
                                .withSubjectAlternativeName("DNS:localhost")
                                .withSubjectAlternativeName("IP:127.0.0.1"));
            }
            return new ServerCertificate(folder.resolve(NAME + "-ca.crt"), context(keyStore));
        } catch (Exception e) {
            throw new IllegalStateException("no certificate can be made in " + folder, e);
        }
    }

    /// As PEM, for a server that is no Java.
    public Path certificate() {
        return authority.resolveSibling(NAME + ".crt");
    }

    /// As PEM, without a password.
    public Path key() {
        return authority.resolveSibling(NAME + ".key");
    }

    private static SSLContext context(Path file) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return context(keys);
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
