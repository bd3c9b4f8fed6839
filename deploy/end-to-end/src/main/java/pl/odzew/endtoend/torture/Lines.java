package pl.odzew.endtoend.torture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.odzew.local.Port;
import pl.odzew.local.PortPlan;
import pl.odzew.local.Routes;

/// A line of its own from each service to each server that it needs, all but the broker's: that one tells its clients
/// itself where to go.
final class Lines implements Routes, AutoCloseable {

    /// Who is on the line, and with which server.
    private record Ends(String service, Port server) {}

    private static final List<Ends> ALL = List.of(
            new Ends("mailbox-service", Port.IMAPS),
            new Ends("mailbox-service", Port.SMTPS),
            new Ends("mailbox-service", Port.POSTGRES),
            new Ends("allegro-gateway", Port.MARKETPLACE),
            new Ends("allegro-gateway", Port.POSTGRES),
            new Ends("responder-service", Port.POSTGRES),
            new Ends("notification-service", Port.CATCHER_SMTP),
            new Ends("notification-service", Port.POSTGRES));

    private final PortPlan ports;
    private final Map<Ends, Line> lines = new LinkedHashMap<>();

    Lines(PortPlan ports) {
        this.ports = ports;
        ALL.forEach(ends -> lines.put(ends, Line.to(ports.of(ends.server()))));
    }

    @Override
    public int port(String service, Port server) {
        Line line = lines.get(new Ends(service, server));
        return line == null ? ports.of(server) : line.port();
    }

    Line between(String service, Port server) {
        Line line = lines.get(new Ends(service, server));
        if (line == null) {
            throw new IllegalArgumentException("no line between " + service + " and " + server);
        }
        return line;
    }

    void heal() {
        lines.values().forEach(line -> line.become(Line.State.WHOLE));
    }

    @Override
    public void close() {
        lines.values().forEach(Line::close);
    }
}
