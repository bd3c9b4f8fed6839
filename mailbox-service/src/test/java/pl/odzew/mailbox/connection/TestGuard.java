package pl.odzew.mailbox.connection;

import java.time.Clock;
import java.time.Duration;
import pl.odzew.mailbox.refusal.GuardRules;
import pl.odzew.mailbox.refusal.GuardSettings;

/// The outage guard with all that belongs to it, on the memory twins and with the values of the product.
public final class TestGuard {

    public static final GuardSettings SETTINGS = new GuardSettings(
            20,
            0.2,
            Duration.ofMinutes(15),
            Duration.ofMinutes(5),
            Duration.ofMinutes(60),
            Duration.ofHours(3),
            Duration.ofMinutes(2),
            Duration.ofSeconds(30),
            Duration.ofHours(6));

    public final MemoryGuards guards;
    public final OutageDesk desk;
    public final LoginGate gate;
    private final GuardRules rules = new GuardRules(SETTINGS);
    private final Clock clock;

    public TestGuard(MemoryMailboxes mailboxes, Clock clock) {
        this.clock = clock;
        this.guards = new MemoryGuards(mailboxes, SETTINGS, clock);
        this.desk = new OutageDesk(guards, rules, clock);
        this.gate = new LoginGate(desk, new LoginGate.Settings(20, 5, Duration.ofSeconds(20), () -> 0.5), clock);
    }

    public OutageRounds rounds(Lifecycle lifecycle) {
        return new OutageRounds(desk, guards, rules, lifecycle, clock);
    }
}
