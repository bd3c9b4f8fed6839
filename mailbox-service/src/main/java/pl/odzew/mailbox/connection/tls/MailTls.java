package pl.odzew.mailbox.connection.tls;

import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.TrustOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Makes a client believe the system's certificate authorities and the operator's, and check the host's name.
@ApplicationScoped
public class MailTls {

    private final Optional<TrustOptions> trust;

    @Inject
    public MailTls(MailTlsConfig config) {
        this(config.trustedCertificates());
    }

    /// Reads the file at once, so that a wrong path stops the start and not the first login.
    public MailTls(Optional<Path> extraAuthorities) {
        this.trust = extraAuthorities.map(MailTls::systemAnd);
    }

    /// Adds trust and the check of the host's name (RFC 9525) to a client's options; TLS itself is the
    /// caller's choice.
    public NetClientOptions secure(NetClientOptions options) {
        trust.ifPresent(options::setTrustOptions);
        if (OpenSSLEngineOptions.isAvailable()) {
            // A third of the JDK's processor time for a handshake; where it does not load, the JDK's serves as well.
            options.setSslEngineOptions(new OpenSSLEngineOptions());
        }
        return options.setHostnameVerificationAlgorithm("HTTPS");
    }

    private static TrustOptions systemAnd(Path pem) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(pem))) {
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            int count = 0;
            for (X509Certificate authority : systemTrust().getAcceptedIssuers()) {
                all.setCertificateEntry("system-" + count++, authority);
            }
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                all.setCertificateEntry("extra-" + count++, authority);
            }
            return TrustOptions.wrap(trustIn(all));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("odzew.mail.trusted-certificates cannot be read: " + pem, e);
        }
    }

    private static X509TrustManager systemTrust() throws GeneralSecurityException {
        return trustIn(null);
    }

    private static X509TrustManager trustIn(@Nullable KeyStore authorities) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("this JDK has no X.509 trust");
    }
}
