package pl.odzew.mailbox.lease.postgres;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How mailboxes are shared between replicas.
@ConfigMapping(prefix = "odzew.leases")
public interface LeaseConfig {

    /// How often a replica shows that it lives, and looks for mailboxes that nobody works on.
    @WithDefault("3S")
    Duration turnEvery();

    /// A replica that was silent for so long has lost its mailboxes; with a turn and a sign-in on top this
    /// must stay under 30 seconds.
    @WithDefault("12S")
    Duration deadAfter();

    /// How many mailboxes are handed over in one turn, to even the shares out or before a shutdown: at most
    /// what the providers let sign in meanwhile.
    @WithDefault("60")
    int movesAtOnce();

    /// How long a shutdown may take to hand mailboxes over at that pace; what is left then goes at once.
    /// Below the time after which the process is killed.
    @WithDefault("20S")
    Duration drainFor();
}
