package pl.odzew.mailbox.sending.smtp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How we behave towards SMTP servers.
@ConfigMapping(prefix = "odzew.smtp")
public interface SmtpConfig {

    /// For TCP and TLS, each.
    @WithDefault("15S")
    Duration connectTimeout();

    /// For the answer to a command.
    @WithDefault("30S")
    Duration answerTimeout();

    /// For the answer to a whole mail: some servers look for viruses before it (RFC 5321 §4.5.3.2.6
    /// allows 10 minutes).
    @WithDefault("2M")
    Duration acceptanceTimeout();

    /// How long a connection waits for the next mail: Gmail counts logins and refuses bursts of them (454 4.7.0).
    @WithDefault("30S")
    Duration keepFor();
}
