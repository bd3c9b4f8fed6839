package pl.odzew.mailbox.watch.imap;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// How we behave towards IMAP servers.
@ConfigMapping(prefix = "odzew.imap")
public interface ImapConfig {

    /// For TCP and TLS, each.
    @WithDefault("15S")
    Duration connectTimeout();

    /// For the next byte of an answer; a whole answer may take ten times as long.
    @WithDefault("30S")
    Duration answerTimeout();

    /// How often to ask where the server has no `IDLE`.
    @WithDefault("30S")
    Duration pollEvery();

    /// Where a provider may complain about this installation, told by `ID` (RFC 2971; Google asks for it).
    Optional<String> contact();
}
