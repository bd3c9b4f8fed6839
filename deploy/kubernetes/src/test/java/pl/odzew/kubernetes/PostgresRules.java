package pl.odzew.kubernetes;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// CloudNativePG's resources have no schema here, so what they must say is asked for one by one.
final class PostgresRules implements Check {

    /// Of a pool whose size is not set, by Quarkus.
    private static final String POOL = "20";

    private static final int OPERATORS_OWN = 20;

    @Override
    public Stream<String> complaints(Manifests manifests) {
        return Stream.of(
                        manifests.of("Cluster").flatMap(cluster -> rolesHavePasswords(cluster, manifests)),
                        manifests.of("Cluster").flatMap(cluster -> archivesTo(cluster, manifests)),
                        manifests.of("Database").flatMap(database -> ofDatabase(database, manifests)),
                        manifests.of("ScheduledBackup").flatMap(backup -> cluster(backup, manifests)),
                        manifests.makingPods().flatMap(pods -> databaseOfPods(pods, manifests)),
                        manifests.of("Cluster").flatMap(cluster -> connections(cluster, manifests)))
                .flatMap(complaints -> complaints);
    }

    private static Stream<String> rolesHavePasswords(Manifest cluster, Manifests manifests) {
        return Manifest.items(cluster.json().at("/spec/managed/roles"))
                .map(role -> role.at("/passwordSecret/name").asText())
                .filter(secret -> manifests
                        .of("ExternalSecret")
                        .noneMatch(external ->
                                external.json().at("/spec/target/name").asText().equals(secret)))
                .map(secret -> cluster + ": no such password: " + secret);
    }

    private static Stream<String> archivesTo(Manifest cluster, Manifests manifests) {
        return Manifest.items(cluster.json().at("/spec/plugins"))
                .map(plugin -> plugin.at("/parameters/barmanObjectName").asText())
                .filter(store -> !manifests.has("ObjectStore", store))
                .map(store -> cluster + ": there is no ObjectStore " + store);
    }

    private static Stream<String> ofDatabase(Manifest database, Manifests manifests) {
        String owner = database.json().at("/spec/owner").asText();
        boolean owned = roles(manifests).contains(owner);
        return Stream.concat(
                cluster(database, manifests),
                owned ? Stream.empty() : Stream.of(database + ": its owner is no role: " + owner));
    }

    private static Stream<String> cluster(Manifest manifest, Manifests manifests) {
        String cluster = manifest.json().at("/spec/cluster/name").asText();
        return manifests.has("Cluster", cluster)
                ? Stream.empty()
                : Stream.of(manifest + ": there is no Cluster " + cluster);
    }

    /// A service talks to the primary of the cluster, in its own database.
    private static Stream<String> databaseOfPods(Manifest pods, Manifests manifests) {
        return pods.containers()
                .flatMap(container -> Manifest.items(container.path("env")))
                .filter(variable -> variable.path("name").asText().matches("QUARKUS_DATASOURCE_(REACTIVE|JDBC)_URL"))
                .map(variable -> variable.path("value").asText())
                .filter(url -> manifests
                        .of("Cluster")
                        .noneMatch(cluster -> manifests
                                .of("Database")
                                .anyMatch(database -> url.matches("(jdbc:)?postgresql://" + cluster.name() + "-rw:5432/"
                                        + database.json().at("/spec/name").asText() + "(\\?.*)?"))))
                .map(url -> pods + ": no such database: " + url);
    }

    /// All replicas that there may be at once, in a rollout too, find a connection for each of their pools' places.
    private static Stream<String> connections(Manifest cluster, Manifests manifests) {
        int allowed =
                cluster.json().at("/spec/postgresql/parameters/max_connections").asInt();
        int needed = OPERATORS_OWN
                + manifests
                        .of("Deployment")
                        .mapToInt(deployment -> (mostReplicas(deployment, manifests) + 1) * pools(deployment))
                        .sum();
        return needed <= allowed
                ? Stream.empty()
                : Stream.of(cluster + ": " + needed + " connections may be needed and " + allowed + " are allowed");
    }

    private static int mostReplicas(Manifest deployment, Manifests manifests) {
        return manifests
                .of("ScaledObject")
                .filter(scaled ->
                        scaled.json().at("/spec/scaleTargetRef/name").asText().equals(deployment.name()))
                .mapToInt(scaled -> scaled.json().at("/spec/maxReplicaCount").asInt())
                .findFirst()
                .orElseGet(() -> deployment.json().at("/spec/replicas").asInt(1));
    }

    private static int pools(Manifest deployment) {
        Map<String, String> environment = deployment
                .containers()
                .flatMap(container -> Manifest.items(container.path("env")))
                .collect(toMap(
                        variable -> variable.path("name").asText(),
                        variable -> variable.path("value").asText()));
        return environment.containsKey("QUARKUS_DATASOURCE_REACTIVE_URL")
                ? Integer.parseInt(environment.getOrDefault("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", POOL))
                        + Integer.parseInt(environment.getOrDefault("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", POOL))
                : 0;
    }

    private static Set<String> roles(Manifests manifests) {
        var roles = new HashSet<String>();
        manifests
                .of("Cluster")
                .forEach(cluster -> Manifest.items(cluster.json().at("/spec/managed/roles"))
                        .map((JsonNode role) -> role.path("name").asText())
                        .forEach(roles::add));
        return roles;
    }
}
