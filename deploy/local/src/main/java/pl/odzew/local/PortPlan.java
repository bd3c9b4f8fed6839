package pl.odzew.local;

import java.net.URI;

/// Which port each listener gets.
///
/// @param base the first one
public record PortPlan(int base) {

    private static final int HIGHEST = 65_535;
    private static final int WIDTH = 20;

    /// Two further rows of ports, for second and third replicas.
    private static final int MOST_REPLICAS = 3;

    public PortPlan {
        if (base < 1 || base + WIDTH - 1 > HIGHEST) {
            throw new IllegalArgumentException(
                    "the first port must lie between 1 and " + (HIGHEST - WIDTH + 1) + ", not " + base);
        }
    }

    public int of(Port port) {
        return base + port.offset();
    }

    /// Where a replica of a service listens; the first one at the service's own port.
    int of(Port port, int replica) {
        if (replica < 1 || replica > MOST_REPLICAS) {
            throw new IllegalArgumentException("1 to " + MOST_REPLICAS + " replicas, not " + replica);
        }
        int number = of(port) + WIDTH * (replica - 1);
        if (number > HIGHEST) {
            throw new IllegalArgumentException("there is no port " + number + " for replica " + replica);
        }
        return number;
    }

    public URI http(Port port) {
        return URI.create("http://localhost:" + of(port));
    }
}
