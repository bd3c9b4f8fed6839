package pl.odzew.bench.mailbox;

import java.time.Duration;

/// @param took from the first mail's arrival to the last event, the 500 ms included for which Dovecot holds its notice
record Burst(int mails, Duration took, Duration cpu) {

    double perSecond() {
        return mails * 1e9 / took.toNanos();
    }

    double perCoreSecond() {
        return mails * 1e9 / Math.max(1, cpu.toNanos());
    }
}
