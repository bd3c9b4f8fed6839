package pl.odzew.local;

/// By which port a service reaches what it needs; another than the server's own where something stands in between.
@FunctionalInterface
public interface Routes {

    /// @param service its name without a replica's number
    int port(String service, Port server);

    static Routes straight(PortPlan ports) {
        return (_, server) -> ports.of(server);
    }
}
