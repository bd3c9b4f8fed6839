package pl.odzew.bench.mailbox;

import java.util.List;

/// How the service is started for a measurement.
final class Jvm {

    /// For idle mailboxes: a heap that is given back, so that what stays is what they need.
    static final List<String> WATCHING =
            List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=15");

    static final List<String> WORKING = List.of("-Xmx512m", "-XX:+UseSerialGC");

    private Jvm() {}
}
