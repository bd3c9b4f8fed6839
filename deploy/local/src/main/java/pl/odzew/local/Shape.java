package pl.odzew.local;

import java.util.Map;
import java.util.function.Function;

/// How an installation departs from the ordinary one, in which each service runs once and meets everything directly.
///
/// @param replicas of each service; 1 to 3
/// @param environment added for a process, by its name, such as `mailbox-service-2`
public record Shape(int replicas, Routes routes, Function<String, Map<String, String>> environment) {

    public static Shape ordinary(PortPlan ports) {
        return new Shape(1, Routes.straight(ports), _ -> Map.of());
    }
}
