package pl.odzew.mailbox.sending.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// responder-service, which keeps the files of replies. The token comes from `quarkus.oidc-client`.
@ConfigMapping(prefix = "odzew.responder")
interface AttachmentsConfig {

    /// Without it replies with files wait.
    Optional<URI> url();

    @WithDefault("20S")
    Duration timeout();
}
