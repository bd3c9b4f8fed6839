package pl.odzew.mailbox.connection.tls;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/// TLS towards mail servers.
@ConfigMapping(prefix = "odzew.mail")
public interface MailTlsConfig {

    /// A PEM file with certificate authorities that are trusted besides the system's: for a company's own server.
    Optional<Path> trustedCertificates();
}
