package pl.odzew.mailbox.connection.tls;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
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
import pl.odzew.mailbox.connection.HostPolicy;
import pl.odzew.mailbox.connection.ServerAddress;

/// Makes a client believe the system's certificate authorities and the operator's, and check the host's name; connects
/// it to no address that the policy forbids.
@ApplicationScoped
public class MailTls {

    private final Optional<TrustOptions> trust;
    private final HostPolicy policy;
    private final Resolver resolver;

    /// Finds a host's address.
    @FunctionalInterface
    public interface Resolver {
        Future<InetAddress> resolve(Vertx vertx, String host);
    }

    @Inject
    public MailTls(MailTlsConfig config, HostPolicy policy) {
        this(config.trustedCertificates(), policy);
    }

    /// Reads the file at once, so that a wrong path stops the start and not the first login.
    public MailTls(Optional<Path> extraAuthorities, HostPolicy policy) {
        this(extraAuthorities, policy, MailTls::bySystem);
    }

    public MailTls(Optional<Path> extraAuthorities, HostPolicy policy, Resolver resolver) {
        this.trust = extraAuthorities.map(MailTls::systemAnd);
        this.policy = policy;
        this.resolver = resolver;
    }

    /// Connects to the very address that was judged: were the name resolved again, its owner could answer otherwise
    /// the second time. The certificate is still compared with the name.
    public Future<NetSocket> connect(Vertx vertx, NetClient client, ServerAddress server) {
        return resolver.resolve(vertx, server.host()).compose(address -> {
            if (!policy.permits(server.host(), address)) {
                return Future.failedFuture(new ForbiddenAddressException(server.host()));
            }
            return client.connect(
                    SocketAddress.inetSocketAddress(new InetSocketAddress(named(server, address), server.port())));
        });
    }

    /// Whether the host's present address is one that is never connected to; not so where it has none at all.
    public Future<Boolean> isForbidden(Vertx vertx, String host) {
        return resolver.resolve(vertx, host)
                .map(address -> !policy.permits(host, address))
                .otherwise(false);
    }

    /// A host has an address that no mail server of a seller's has.
    public static final class ForbiddenAddressException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ForbiddenAddressException(String host) {
            super(host + " is not on the public internet", null, false, false);
        }
    }

    private static InetAddress named(ServerAddress server, InetAddress address) {
        try {
            return InetAddress.getByAddress(server.host(), address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of another length", e);
        }
    }

    private static Future<InetAddress> bySystem(Vertx vertx, String host) {
        Promise<InetAddress> address = Promise.promise();
        ((VertxInternal) vertx).resolveAddress(host, address);
        return address.future();
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
