package pl.odzew.mailbox.connection.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import pl.odzew.mailbox.connection.LoginGate;

/// How fast we sign in to each provider, all replicas together.
@ConfigMapping(prefix = "odzew.login")
interface LoginConfig {

    @WithDefault("20")
    double perSecond();

    /// Besides, for what a person waits for: saved passwords and checks.
    @WithDefault("5")
    double reservedPerSecond();

    /// How often a mailbox asks whether its provider is still doubted; up to twice as long by chance.
    @WithDefault("20S")
    Duration askAgainAfter();

    default LoginGate.Settings settings(DoubleSupplier chance) {
        return new LoginGate.Settings(perSecond(), reservedPerSecond(), askAgainAfter(), chance);
    }
}
