package pl.odzew.local;

import java.net.URI;

/// Which port each listener gets.
///
/// @param base the first one
public record PortPlan(int base) {

    private static final int HIGHEST = 65_535;
    private static final int WIDTH = 20;

    public PortPlan {
        if (base < 1 || base + WIDTH - 1 > HIGHEST) {
            throw new IllegalArgumentException(
                    "the first port must lie between 1 and " + (HIGHEST - WIDTH + 1) + ", not " + base);
        }
    }

    public int of(Port port) {
        return base + port.offset();
    }

    public URI http(Port port) {
        return URI.create("http://localhost:" + of(port));
    }
}
