package pl.odzew.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Every document loads into the class that its operator uses, and no field is left over.
final class TypedModels implements Check {

    private static final Map<String, Class<?>> MODELS = models();

    /// The models keep what they do not know in a map; here it is to be an error instead.
    private final ObjectMapper strict = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            })
            .build();

    static boolean know(Manifest manifest) {
        return MODELS.containsKey(key(manifest));
    }

    @Override
    public Stream<String> complaints(Manifests manifests) {
        return manifests.all().stream().filter(TypedModels::know).flatMap(this::load);
    }

    private Stream<String> load(Manifest manifest) {
        Class<?> model = MODELS.get(key(manifest));
        try {
            strict.treeToValue(manifest.json(), model);
            return Stream.empty();
        } catch (JsonProcessingException e) {
            return Stream.of(manifest + " is no " + model.getSimpleName() + ": " + e.getOriginalMessage());
        }
    }

    private static String key(Manifest manifest) {
        return manifest.apiVersion() + "/" + manifest.kind();
    }

    private static Map<String, Class<?>> models() {
        var models = new HashMap<String, Class<?>>();
        models.put("v1/ConfigMap", ConfigMap.class);
        models.put("v1/Namespace", Namespace.class);
        models.put("v1/Secret", Secret.class);
        models.put("v1/Service", io.fabric8.kubernetes.api.model.Service.class);
        models.put("v1/ServiceAccount", ServiceAccount.class);
        models.put("apps/v1/Deployment", Deployment.class);
        models.put("batch/v1/Job", Job.class);
        models.put("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class);
        models.put("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class);
        models.put("gateway.networking.k8s.io/v1/HTTPRoute", HTTPRoute.class);
        models.put("monitoring.coreos.com/v1/PodMonitor", PodMonitor.class);
        models.put("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class);
        models.put("kafka.strimzi.io/v1/Kafka", Kafka.class);
        models.put("kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class);
        models.put("kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class);
        models.put("kafka.strimzi.io/v1/KafkaUser", KafkaUser.class);
        return models;
    }
}
