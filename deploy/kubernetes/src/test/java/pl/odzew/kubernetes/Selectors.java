package pl.odzew.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What names or selects something else finds it.
final class Selectors implements Check {

    /// Pods that Strimzi and CloudNativePG make, by the labels that they give them.
    private static final List<Map<String, String>> PODS_OF_OPERATORS = List.of(
            Map.of("strimzi.io/cluster", "odzew", "strimzi.io/kind", "Kafka", "strimzi.io/name", "odzew-kafka"),
            Map.of(
                    "strimzi.io/cluster",
                    "odzew",
                    "strimzi.io/kind",
                    "Kafka",
                    "strimzi.io/name",
                    "odzew-kafka-exporter"),
            Map.of("cnpg.io/cluster", "odzew-postgres"));

    private static final Set<String> PORTS_OF_OPERATORS = Set.of("tcp-prometheus", "metrics");

    @Override
    public Stream<String> complaints(Manifests manifests) {
        return Stream.of(
                        deploymentsSelectTheirOwnPods(manifests),
                        finds(manifests, "Service", "/spec/selector"),
                        findsBySelector(manifests, "PodDisruptionBudget", "/spec/selector"),
                        findsBySelector(manifests, "NetworkPolicy", "/spec/podSelector"),
                        findsBySelector(manifests, "PodMonitor", "/spec/selector"),
                        peersOfPolicies(manifests),
                        portsOfServices(manifests),
                        portsOfMonitors(manifests),
                        backendsOfRoutes(manifests),
                        targetsOfScaling(manifests))
                .flatMap(complaints -> complaints);
    }

    private static Stream<String> deploymentsSelectTheirOwnPods(Manifests manifests) {
        return manifests
                .of("Deployment")
                .filter(deployment -> !selects(
                        Manifest.texts(deployment.json().at("/spec/selector/matchLabels")), deployment.podLabels()))
                .map(deployment -> deployment + ": the selector does not match the labels of its own pods");
    }

    private static Stream<String> finds(Manifests manifests, String kind, String pointer) {
        return manifests.of(kind).flatMap(manifest -> {
            Map<String, String> selector = Manifest.texts(manifest.json().at(pointer));
            return somePod(manifests, labels -> selects(selector, labels))
                    ? Stream.empty()
                    : Stream.of(manifest + ": no pod has the labels " + selector);
        });
    }

    private static Stream<String> findsBySelector(Manifests manifests, String kind, String pointer) {
        return manifests
                .of(kind)
                .filter(manifest ->
                        !somePod(manifests, labels -> matches(manifest.json().at(pointer), labels)))
                .map(manifest ->
                        manifest + ": no pod is selected by " + manifest.json().at(pointer));
    }

    private static Stream<String> peersOfPolicies(Manifests manifests) {
        return manifests
                .of("NetworkPolicy")
                .flatMap(policy -> Stream.concat(
                                policy.json().findValues("from").stream(), policy.json().findValues("to").stream())
                        .flatMap(Manifest::items)
                        .map(peer -> peer.path("podSelector"))
                        .filter(JsonNode::isObject)
                        .filter(selector -> !somePod(manifests, labels -> matches(selector, labels)))
                        .map(selector -> policy + ": no pod is the peer " + selector));
    }

    private static Stream<String> portsOfServices(Manifests manifests) {
        return manifests.of("Service").flatMap(service -> {
            Map<String, String> selector = Manifest.texts(service.json().at("/spec/selector"));
            return Manifest.items(service.json().at("/spec/ports"))
                    .map(port -> port.path("targetPort").asText())
                    .filter(port -> manifests
                            .of("Deployment")
                            .filter(deployment -> selects(selector, deployment.podLabels()))
                            .anyMatch(deployment -> !portsOf(deployment).contains(port)))
                    .map(port -> service + ": its pods have no port " + port);
        });
    }

    private static Stream<String> portsOfMonitors(Manifests manifests) {
        return manifests
                .of("PodMonitor")
                .flatMap(monitor -> Manifest.items(monitor.json().at("/spec/podMetricsEndpoints"))
                        .map(endpoint -> endpoint.path("port").asText())
                        .filter(port -> !PORTS_OF_OPERATORS.contains(port))
                        .filter(port -> manifests
                                .of("Deployment")
                                .noneMatch(deployment -> portsOf(deployment).contains(port)))
                        .map(port -> monitor + ": no pod has a port " + port));
    }

    private static Stream<String> backendsOfRoutes(Manifests manifests) {
        return manifests
                .of("HTTPRoute")
                .flatMap(route -> route.json().findValues("backendRefs").stream()
                        .flatMap(Manifest::items)
                        .filter(backend -> manifests.of("Service").noneMatch(service -> isBackend(service, backend)))
                        .map(backend -> route + ": there is no such Service and port: " + backend));
    }

    private static boolean isBackend(Manifest service, JsonNode backend) {
        return service.name().equals(backend.path("name").asText())
                && Manifest.items(service.json().at("/spec/ports"))
                        .anyMatch(port -> port.path("port").asInt()
                                == backend.path("port").asInt());
    }

    private static Stream<String> targetsOfScaling(Manifests manifests) {
        return manifests
                .of("ScaledObject")
                .filter(scaled -> !manifests.has(
                        "Deployment",
                        scaled.json().at("/spec/scaleTargetRef/name").asText()))
                .map(scaled -> scaled + ": there is no such Deployment");
    }

    private static List<String> portsOf(Manifest deployment) {
        return deployment
                .containers()
                .flatMap(container -> Manifest.items(container.path("ports")))
                .map(port -> port.path("name").asText())
                .toList();
    }

    private static boolean somePod(Manifests manifests, Predicate<Map<String, String>> wanted) {
        return Stream.concat(manifests.makingPods().map(Manifest::podLabels), PODS_OF_OPERATORS.stream())
                .anyMatch(wanted);
    }

    private static boolean matches(JsonNode selector, Map<String, String> labels) {
        return selects(Manifest.texts(selector.path("matchLabels")), labels)
                && Manifest.items(selector.path("matchExpressions")).allMatch(expression -> {
                    String value = labels.get(expression.path("key").asText());
                    boolean isIn = Manifest.items(expression.path("values"))
                            .anyMatch(each -> each.asText().equals(value));
                    return expression.path("operator").asText().equals("In") == isIn;
                });
    }

    private static boolean selects(Map<String, String> selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.entrySet());
    }
}
