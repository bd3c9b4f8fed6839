package pl.odzew.kubernetes;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import pl.odzew.events.catalogue.Topic;

/// The topics are those of event-contracts: none missing, none more, kept as long.
final class TopicsOfTheContract implements Check {

    private static final String IN_SYNC = "min.insync.replicas";

    @Override
    public Stream<String> complaints(Manifests manifests) {
        if (manifests.of("Kafka").findAny().isEmpty()) {
            return Stream.empty();
        }
        Map<String, Map<String, String>> contract = contract();
        Map<String, Manifest> topics = manifests.of("KafkaTopic").collect(toMap(Manifest::name, Function.identity()));
        return Stream.of(
                        contract.keySet().stream()
                                .filter(name -> !topics.containsKey(name))
                                .map(name -> "KafkaTopic " + name + " is missing"),
                        topics.keySet().stream()
                                .filter(name -> !contract.containsKey(name))
                                .map(name -> "KafkaTopic " + name + " is not in the contract"),
                        topics.values().stream()
                                .filter(topic -> contract.containsKey(topic.name()))
                                .flatMap(topic -> compare(topic, contract.get(topic.name()))),
                        topics.values().stream().flatMap(TopicsOfTheContract::replicas))
                .flatMap(complaints -> complaints);
    }

    private static Map<String, Map<String, String>> contract() {
        var contract = new TreeMap<String, Map<String, String>>();
        Arrays.stream(Topic.values()).forEach(topic -> {
            contract.put(topic.wireName(), topic.configuration());
            contract.put(topic.deadLetterTopic(), topic.deadLetterConfiguration());
        });
        return contract;
    }

    private static Stream<String> compare(Manifest topic, Map<String, String> contract) {
        Map<String, String> here = Manifest.texts(topic.json().at("/spec/config"));
        here.remove(IN_SYNC);
        return here.equals(contract)
                ? Stream.empty()
                : Stream.of(topic + " differs from the contract: " + here + " instead of " + new TreeMap<>(contract));
    }

    /// With all replicas in sync required, one lost broker would stop every writer.
    private static Stream<String> replicas(Manifest topic) {
        int replicas = topic.json().at("/spec/replicas").asInt();
        int inSync = topic.json().path("spec").path("config").path(IN_SYNC).asInt();
        boolean holds = replicas == 1 ? inSync == 1 : replicas >= 3 && inSync == replicas - 1;
        return holds ? Stream.empty() : Stream.of(topic + ": " + inSync + " of " + replicas + " replicas in sync");
    }
}
