package pl.odzew.bench.mailbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// What a process costs that does nothing but wait.
record IdleCost(double pssKib, double cpuMillisPerSecond) {

    /// What the moments before have left to be done, such as compiling, is to be over.
    private static final Duration SETTLING = Duration.ofSeconds(15);

    static IdleCost measure(WatchedService service, Duration during) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(SETTLING.toMillis());
        double pss = service.pssKib();
        TimeUnit.SECONDS.sleep(2);
        Duration before = service.cpu();
        long begin = System.nanoTime();
        TimeUnit.MILLISECONDS.sleep(during.toMillis());
        Duration spent = service.cpu().minus(before);
        return new IdleCost(pss, spent.toMillis() * 1e9 / (System.nanoTime() - begin));
    }
}
