package pl.odzew.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What is asked of every pod of ours: probes, bounded memory, no privileges, and that it survives a drained node.
final class PodRules implements Check {

    private static final List<String> PROBES = List.of("startupProbe", "readinessProbe", "livenessProbe");

    @Override
    public Stream<String> complaints(Manifests manifests) {
        return Stream.concat(
                manifests.makingPods().flatMap(PodRules::ofPod),
                manifests.of("Deployment").flatMap(deployment -> ofDeployment(deployment, manifests)));
    }

    private static Stream<String> ofPod(Manifest manifest) {
        var complaints = new ArrayList<String>();
        JsonNode pod = manifest.podSpec();
        require(complaints, pod.at("/securityContext/runAsNonRoot").asBoolean(), manifest + ": may run as root");
        require(
                complaints,
                pod.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault"),
                manifest + ": has no seccomp profile");
        require(
                complaints,
                pod.path("automountServiceAccountToken").isBoolean()
                        && !pod.path("automountServiceAccountToken").asBoolean(),
                manifest + ": mounts a token for the Kubernetes API");
        manifest.containers().forEach(container -> {
            JsonNode security = container.path("securityContext");
            require(
                    complaints,
                    container.at("/resources/limits/memory").isTextual(),
                    manifest + ": has no limit of memory");
            require(
                    complaints,
                    container.at("/resources/requests/cpu").isTextual()
                            && container.at("/resources/requests/memory").isTextual(),
                    manifest + ": does not request cpu and memory");
            require(
                    complaints,
                    security.path("readOnlyRootFilesystem").asBoolean(),
                    manifest + ": may write to its image");
            require(
                    complaints,
                    security.path("allowPrivilegeEscalation").isBoolean()
                            && !security.path("allowPrivilegeEscalation").asBoolean(),
                    manifest + ": may gain privileges");
            require(
                    complaints,
                    security.at("/capabilities/drop/0").asText().equals("ALL"),
                    manifest + ": keeps capabilities");
        });
        return complaints.stream();
    }

    private static Stream<String> ofDeployment(Manifest deployment, Manifests manifests) {
        var complaints = new ArrayList<String>();
        deployment
                .containers()
                .forEach(container -> PROBES.forEach(probe -> {
                    String path = container.at("/" + probe + "/httpGet/path").asText();
                    require(complaints, path.startsWith("/q/health/"), deployment + ": has no " + probe);
                }));
        require(
                complaints,
                deployment.podSpec().path("topologySpreadConstraints").size() == 2,
                deployment + ": is not spread over zones and nodes");
        require(
                complaints,
                manifests
                        .of("PodDisruptionBudget")
                        .anyMatch(budget -> deployment
                                .podLabels()
                                .entrySet()
                                .containsAll(Manifest.texts(budget.json().at("/spec/selector/matchLabels"))
                                        .entrySet())),
                deployment + ": no PodDisruptionBudget guards it");
        return complaints.stream();
    }

    private static void require(List<String> complaints, boolean holds, String complaint) {
        if (!holds) {
            complaints.add(complaint);
        }
    }
}
