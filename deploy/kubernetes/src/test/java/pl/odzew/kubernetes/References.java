package pl.odzew.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Every secret, configuration, account and volume that is named exists, with the key that is asked for.
final class References implements Check {

    /// What Strimzi keeps for each user.
    private static final Set<String> KEYS_OF_A_USER = Set.of("password", "sasl.jaas.config");

    private static final Set<String> KEY_OF_AN_AUTHORITY = Set.of("ca.crt");

    /// What Kubernetes puts into every namespace.
    private static final String CLUSTERS_OWN_AUTHORITY = "kube-root-ca.crt";

    @Override
    public Stream<String> complaints(Manifests manifests) {
        Map<String, Set<String>> secrets = secrets(manifests);
        Map<String, Set<String>> configurations = configurations(manifests);
        return Stream.of(
                        manifests.all().stream().flatMap(manifest -> missing(manifest, "secretKeyRef", secrets)),
                        manifests.all().stream()
                                .flatMap(manifest -> missing(manifest, "configMapKeyRef", configurations)),
                        manifests.all().stream()
                                .flatMap(manifest -> missingWhole(manifest, "configMapRef", configurations)),
                        manifests.makingPods().flatMap(manifest -> volumes(manifest, secrets)),
                        manifests.makingPods().flatMap(References::mounts),
                        manifests.of("TriggerAuthentication").flatMap(manifest -> triggerSecrets(manifest, secrets)),
                        manifests.of("ObjectStore").flatMap(manifest -> storageSecrets(manifest, secrets)),
                        manifests.makingPods().flatMap(manifest -> account(manifest, manifests)),
                        manifests.of("ExternalSecret").flatMap(manifest -> sources(manifest, manifests)),
                        manifests.of("ScaledObject").flatMap(manifest -> authentication(manifest, manifests)))
                .flatMap(complaints -> complaints);
    }

    private static Map<String, Set<String>> secrets(Manifests manifests) {
        var secrets = new HashMap<String, Set<String>>();
        manifests
                .of("Secret")
                .forEach(
                        secret -> secrets.put(secret.name(), names(secret.json().path("data"))));
        manifests.of("KafkaUser").forEach(user -> secrets.put(user.name(), KEYS_OF_A_USER));
        manifests.of("Kafka").forEach(kafka -> secrets.put(kafka.name() + "-cluster-ca-cert", KEY_OF_AN_AUTHORITY));
        manifests.of("Cluster").forEach(cluster -> secrets.put(cluster.name() + "-ca", KEY_OF_AN_AUTHORITY));
        manifests.of("ExternalSecret").forEach(external -> {
            var keys = new HashSet<>(names(external.json().at("/spec/target/template/data")));
            Manifest.items(external.json().at("/spec/data"))
                    .forEach(datum -> keys.add(datum.path("secretKey").asText()));
            secrets.put(external.json().at("/spec/target/name").asText(), keys);
        });
        return secrets;
    }

    private static Map<String, Set<String>> configurations(Manifests manifests) {
        var configurations = new HashMap<String, Set<String>>();
        configurations.put(CLUSTERS_OWN_AUTHORITY, KEY_OF_AN_AUTHORITY);
        manifests
                .of("ConfigMap")
                .forEach(map -> configurations.put(map.name(), names(map.json().path("data"))));
        return configurations;
    }

    private static Stream<String> missing(Manifest manifest, String field, Map<String, Set<String>> known) {
        return manifest.json().findValues(field).stream()
                .filter(reference -> !known.getOrDefault(reference.path("name").asText(), Set.of())
                        .contains(reference.path("key").asText()))
                .map(reference -> manifest + ": " + field + " names what does not exist: " + reference);
    }

    private static Stream<String> missingWhole(Manifest manifest, String field, Map<String, Set<String>> known) {
        return manifest.json().findValues(field).stream()
                .map(reference -> reference.path("name").asText())
                .filter(name -> !known.containsKey(name))
                .map(name -> manifest + ": " + field + " names what does not exist: " + name);
    }

    private static Stream<String> volumes(Manifest manifest, Map<String, Set<String>> secrets) {
        return Manifest.items(manifest.podSpec().path("volumes"))
                .map(volume -> volume.path("secret"))
                .filter(JsonNode::isObject)
                .flatMap(secret -> Manifest.items(secret.path("items"))
                        .map(item -> item.path("key").asText())
                        .filter(key -> !secrets.getOrDefault(
                                        secret.path("secretName").asText(), Set.of())
                                .contains(key))
                        .map(key -> manifest + ": a volume names what does not exist: "
                                + secret.path("secretName").asText() + "/" + key));
    }

    private static Stream<String> mounts(Manifest manifest) {
        var volumes = new HashSet<String>();
        Manifest.items(manifest.podSpec().path("volumes"))
                .forEach(volume -> volumes.add(volume.path("name").asText()));
        return manifest.containers()
                .flatMap(container -> Manifest.items(container.path("volumeMounts")))
                .map(mount -> mount.path("name").asText())
                .filter(name -> !volumes.contains(name))
                .map(name -> manifest + ": mounts no volume: " + name);
    }

    private static Stream<String> triggerSecrets(Manifest manifest, Map<String, Set<String>> secrets) {
        return Manifest.items(manifest.json().at("/spec/secretTargetRef"))
                .filter(reference -> !secrets.getOrDefault(
                                reference.path("name").asText(), Set.of())
                        .contains(reference.path("key").asText()))
                .map(reference -> manifest + ": names what does not exist: " + reference);
    }

    private static Stream<String> storageSecrets(Manifest manifest, Map<String, Set<String>> secrets) {
        return Manifest.items(manifest.json().at("/spec/configuration/s3Credentials"))
                .filter(reference -> !secrets.getOrDefault(
                                reference.path("name").asText(), Set.of())
                        .contains(reference.path("key").asText()))
                .map(reference -> manifest + ": names what does not exist: " + reference);
    }

    private static Stream<String> account(Manifest manifest, Manifests manifests) {
        String account = manifest.podSpec().path("serviceAccountName").asText();
        return manifests.has("ServiceAccount", account)
                ? Stream.empty()
                : Stream.of(manifest + ": there is no ServiceAccount " + account);
    }

    private static Stream<String> sources(Manifest external, Manifests manifests) {
        String store = external.json().at("/spec/secretStoreRef/name").asText();
        String generator = external.json()
                .at("/spec/dataFrom/0/sourceRef/generatorRef/name")
                .asText();
        return manifests.has("SecretStore", store) || manifests.has("Password", generator)
                ? Stream.empty()
                : Stream.of(external + ": comes from no store: " + store + generator);
    }

    private static Stream<String> authentication(Manifest scaled, Manifests manifests) {
        return Manifest.items(scaled.json().at("/spec/triggers"))
                .map(trigger -> trigger.at("/authenticationRef/name").asText())
                .filter(name -> !manifests.has("TriggerAuthentication", name))
                .map(name -> scaled + ": there is no TriggerAuthentication " + name);
    }

    private static Set<String> names(JsonNode object) {
        var names = new HashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
