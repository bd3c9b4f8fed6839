package pl.odzew.mailbox.connection.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/// Which hosts sellers may name as their mail servers, besides the providers'.
@ConfigMapping(prefix = "odzew.hosts")
interface HostsConfig {

    /// Hosts that may have private addresses and any port: a company's own server. Any other must lie on the public
    /// internet.
    Optional<Set<String>> trusted();

    @WithDefault("993")
    Set<Integer> imapPorts();

    @WithDefault("465,587")
    Set<Integer> smtpPorts();
}
