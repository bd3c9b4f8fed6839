package pl.odzew.mailbox.sending.smtp;

import java.time.Duration;

/// Times for tests: nothing waits long.
public record HastySmtp(Duration answerTimeout, Duration keepFor) implements SmtpConfig {

    public HastySmtp() {
        this(Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    @Override
    public Duration connectTimeout() {
        return answerTimeout;
    }

    @Override
    public Duration acceptanceTimeout() {
        return answerTimeout;
    }
}
