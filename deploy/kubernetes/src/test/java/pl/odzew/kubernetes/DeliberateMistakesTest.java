package pl.odzew.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// One mistake of each kind in manifests that hold, and the sentence that it brings.
@ExtendWith(NeedsKubectl.class)
class DeliberateMistakesTest {

    private static final String MAILBOX = "Deployment/mailbox-service";
    private static final String CONTAINER = "/spec/template/spec/containers/0";

    static Stream<Arguments> mistakes() {
        return Stream.of(
                // Unknown fields and wrong types
                arguments(MAILBOX, "/spec/template/spec/terminationGracePeriod", "60", "terminationGracePeriod"),
                arguments("Service/seller-portal", "/spec/ports/0/targetport", "\"http\"", "targetport"),
                arguments("KafkaTopic/mailbox.events", "/spec/replica", "3", "replica"),
                arguments("KafkaNodePool/broker", "/spec/storage/sizes", "\"1Gi\"", "sizes"),
                arguments("PodMonitor/services", "/spec/podMetricsEndpoint", "[]", "podMetricsEndpoint"),
                arguments("PrometheusRule/odzew", "/spec/groups/0/rules/0/expression", "\"up\"", "expression"),
                arguments("HTTPRoute/seller-portal", "/spec/hostname", "\"x.example\"", "hostname"),
                arguments("ScaledObject/responder-mail", "/spec/minReplicas", "2", "minReplicas"),
                arguments("ExternalSecret/mail-server", "/spec/refresh", "\"1h\"", "refresh"),
                arguments(MAILBOX, "/spec/replicas", "\"four\"", "four"),
                arguments(MAILBOX, CONTAINER + "/resources/limit", "{}", "limit"),
                // Enumerations
                arguments("Deployment/seller-portal", "/spec/strategy/type", "\"Rolling\"", "RollingUpdate"),
                arguments("Job/migrate-mailbox", "/spec/template/spec/restartPolicy", "\"Nevr\"", "Never"),
                arguments("NetworkPolicy/default-deny", "/spec/policyTypes", "[\"Inbound\"]", "Ingress"),
                arguments("KafkaNodePool/broker", "/spec/roles", "[\"brokr\"]", "broker"),
                arguments("KafkaUser/responder-service", "/spec/authentication/type", "\"scram\"", "scram-sha-512"),
                arguments("HTTPRoute/seller-portal", "/spec/rules/0/matches/0/path/type", "\"Prefix\"", "PathPrefix"),
                arguments("ExternalSecret/database-mailbox", "/spec/refreshPolicy", "\"Once\"", "CreatedOnce"),
                // Selectors and names of others
                arguments(
                        MAILBOX,
                        "/spec/selector/matchLabels/app.kubernetes.io~1name",
                        "\"mailbox\"",
                        "does not match the labels of its own pods"),
                arguments(
                        "Service/allegro-gateway",
                        "/spec/selector/app.kubernetes.io~1name",
                        "\"allegro\"",
                        "no pod has the labels"),
                arguments(
                        "PodDisruptionBudget/mailbox-service",
                        "/spec/selector/matchLabels/app.kubernetes.io~1name",
                        "\"mailbox\"",
                        "no PodDisruptionBudget guards it"),
                arguments(
                        "NetworkPolicy/responder-service",
                        "/spec/ingress/0/from/0/podSelector/matchLabels/app.kubernetes.io~1name",
                        "\"portal\"",
                        "no pod is the peer"),
                arguments(
                        "PodMonitor/services", "/spec/podMetricsEndpoints/0/port", "\"web\"", "no pod has a port web"),
                arguments("Service/seller-portal", "/spec/ports/0/targetPort", "\"web\"", "have no port web"),
                arguments(
                        "HTTPRoute/seller-portal",
                        "/spec/rules/1/backendRefs/0/port",
                        "80",
                        "there is no such Service and port"),
                arguments(
                        "ScaledObject/responder-mail",
                        "/spec/scaleTargetRef/name",
                        "\"responder\"",
                        "there is no such Deployment"),
                // Secrets, configuration, accounts, volumes
                arguments(
                        MAILBOX,
                        CONTAINER + "/envFrom/0/configMapRef/name",
                        "\"installation\"",
                        "configMapRef names what does not exist"),
                arguments(
                        "Deployment/allegro-gateway",
                        "/spec/template/spec/volumes/0/secret/items/0/key",
                        "\"keys.json\"",
                        "a volume names what does not exist"),
                arguments(
                        "Deployment/seller-portal",
                        "/spec/template/spec/serviceAccountName",
                        "\"portal\"",
                        "there is no ServiceAccount"),
                arguments(MAILBOX, CONTAINER + "/volumeMounts/0/name", "\"temp\"", "mounts no volume"),
                arguments(
                        "TriggerAuthentication/autoscaler",
                        "/spec/secretTargetRef/3/key",
                        "\"passwort\"",
                        "names what does not exist"),
                arguments(
                        "ExternalSecret/mail-server", "/spec/secretStoreRef/name", "\"vault\"", "comes from no store"),
                // Settings
                arguments(
                        "Deployment/responder-mail",
                        CONTAINER + "/env/7/name",
                        "\"ODZEW_MESSAGES_TOPIC\"",
                        "has no setting"),
                // What is asked of pods
                arguments(MAILBOX, CONTAINER + "/startupProbe", null, "has no startupProbe"),
                arguments(MAILBOX, CONTAINER + "/resources/limits", null, "has no limit of memory"),
                arguments(
                        MAILBOX,
                        CONTAINER + "/securityContext/readOnlyRootFilesystem",
                        "false",
                        "may write to its image"),
                arguments("Job/migrate-mailbox", "/spec/template/spec/securityContext", null, "may run as root"),
                arguments(MAILBOX, "/spec/template/spec/topologySpreadConstraints", null, "is not spread"),
                // Topics and who may read them
                arguments(
                        "KafkaTopic/replies.results", "/metadata/name", "\"reply.results\"", "is not in the contract"),
                arguments(
                        "KafkaTopic/mailbox.events",
                        "/spec/config/min.compaction.lag.ms",
                        "86400000",
                        "differs from the contract"),
                arguments("KafkaTopic/seller.events", "/spec/replicas", "1", "replicas in sync"),
                arguments(
                        "KafkaUser/internal-team",
                        "/spec/authorization/acls/0/resource/name",
                        "\"messages.mailbox\"",
                        "may read buyers' words in messages.mailbox"),
                arguments(
                        "KafkaUser/responder-service",
                        "/spec/authorization/acls/0/operations",
                        "[\"Describe\"]",
                        "reads messages.mailbox and may not"),
                arguments(
                        "KafkaUser/notification-service",
                        "/spec/authorization/acls/0/resource/name",
                        "\"replies.requested\"",
                        "may and never reads replies.requested"),
                // PostgreSQL
                arguments("Database/mailbox", "/spec/cluster/name", "\"postgres\"", "there is no Cluster postgres"),
                arguments("Database/mailbox", "/spec/owner", "\"mail\"", "its owner is no role"),
                arguments(
                        "Cluster/odzew-postgres",
                        "/spec/managed/roles/0/passwordSecret/name",
                        "\"mailbox\"",
                        "no such password"),
                arguments(
                        "Cluster/odzew-postgres",
                        "/spec/plugins/0/parameters/barmanObjectName",
                        "\"backups\"",
                        "there is no ObjectStore"),
                arguments("ScaledObject/responder-mail", "/spec/maxReplicaCount", "60", "connections may be needed"));
    }

    @ParameterizedTest(name = "{0} {1} = {2}")
    @MethodSource("mistakes")
    void isTold(String document, String pointer, String value, String complaint) throws Exception {
        // Given
        Manifests mistaken = withMistake(Overlay.PRODUCTION.render(), document, pointer, value);

        // When
        List<String> complaints = Check.complaintsOfAll(mistaken);

        // Then
        assertThat(complaints).anyMatch(each -> each.contains(complaint));
    }

    /// The name is the document's first part: `Deployment/mailbox-service`.
    private static Manifests withMistake(Manifests manifests, String document, String pointer, String value)
            throws Exception {
        String[] kindAndName = document.split("/");
        Manifest right = manifests.get(kindAndName[0], kindAndName[1]);
        JsonNode wrong = right.json().deepCopy();
        int slash = pointer.lastIndexOf('/');
        String field = pointer.substring(slash + 1).replace("~1", "/");
        JsonNode parent = wrong.at(pointer.substring(0, slash));
        JsonNode replacement = value == null ? null : new ObjectMapper().readTree(value);
        switch (parent) {
            case ObjectNode object when replacement == null -> object.remove(field);
            case ObjectNode object -> object.set(field, replacement);
            case ArrayNode array -> array.set(Integer.parseInt(field), replacement);
            default -> throw new IllegalArgumentException("nothing is at " + pointer);
        }
        assertThat(wrong).as("the mistake changes the document").isNotEqualTo(right.json());
        var all = new ArrayList<>(manifests.all());
        all.set(all.indexOf(right), new Manifest(wrong));
        return new Manifests(all);
    }

    @Test
    void aDatabaseThatNobodyMadeIsTold() throws Exception {
        // Given
        JsonNode deployment = Overlay.PRODUCTION
                .render()
                .get("Deployment", "mailbox-service")
                .json()
                .deepCopy();
        deployment.findParents("name").stream()
                .filter(variable -> variable.path("name").asText().equals("QUARKUS_DATASOURCE_REACTIVE_URL"))
                .forEach(variable ->
                        ((ObjectNode) variable).put("value", "postgresql://odzew-postgres-rw:5432/mailboxes"));
        var all = new ArrayList<>(Overlay.PRODUCTION.render().all());
        all.replaceAll(each -> each.toString().equals("Deployment mailbox-service") ? new Manifest(deployment) : each);

        // When
        List<String> complaints = Check.complaintsOfAll(new Manifests(all));

        // Then
        assertThat(complaints).anyMatch(each -> each.contains("no such database"));
    }
}
