package pl.odzew.kubernetes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.catalogue.Topic;

/// Who may read and write which topic: what the contract allows and the services' own configuration needs, no more.
final class AccessToTopics implements Check {

    private static final String READ = "Read";
    private static final String WRITE = "Write";

    @Override
    public Stream<String> complaints(Manifests manifests) {
        if (manifests.of("Kafka").findAny().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                        Arrays.stream(Service.values()).flatMap(service -> ofService(service, manifests)),
                        manifests.of("KafkaUser").flatMap(AccessToTopics::confidential),
                        consumersHaveGroups(manifests))
                .flatMap(complaints -> complaints);
    }

    private static Stream<String> ofService(Service service, Manifests manifests) {
        Manifest user = manifests.get("KafkaUser", service.deployment());
        Set<String> consumed = Channels.of(service).topics();
        Set<String> deadLetters = consumed.stream().map(topic -> topic + ".dlq").collect(Collectors.toSet());
        // An operator lists the dead letters of a service and lets it try them again.
        var read = new TreeSet<>(consumed);
        read.addAll(deadLetters);
        var written = new TreeSet<String>();
        Arrays.stream(Topic.values())
                .filter(topic -> topic.writers().contains(service))
                .forEach(topic -> written.add(topic.wireName()));
        written.addAll(deadLetters);
        return Stream.concat(
                differences(user, "reads", topics(user, READ), read),
                differences(user, "writes", topics(user, WRITE), written));
    }

    private static Stream<String> differences(Manifest user, String verb, Set<String> allowed, Set<String> needed) {
        var complaints = new ArrayList<String>();
        needed.stream()
                .filter(topic -> !allowed.contains(topic))
                .forEach(topic -> complaints.add(user + " " + verb + " " + topic + " and may not"));
        // Harmless in a topic that everybody may read; not in one with buyers' words.
        allowed.stream()
                .filter(topic -> !needed.contains(topic))
                .filter(AccessToTopics::isConfidential)
                .forEach(topic -> complaints.add(user + " may and never " + verb + " " + topic));
        return complaints.stream();
    }

    private static boolean isConfidential(String name) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.readers() instanceof Topic.Readers.Only)
                .anyMatch(topic ->
                        topic.wireName().equals(name) || topic.deadLetterTopic().equals(name));
    }

    private static Stream<String> confidential(Manifest user) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topics(user, READ).contains(topic.wireName())
                        || topics(user, READ).contains(topic.deadLetterTopic())
                        || topics(user, READ).contains("*"))
                .filter(topic -> switch (topic.readers()) {
                    case Topic.Readers.Everybody() -> false;
                    case Topic.Readers.Only(Set<Service> services) ->
                        services.stream()
                                .noneMatch(service -> service.deployment().equals(user.name()));
                })
                .map(topic -> user + " may read buyers' words in " + topic.wireName());
    }

    /// A deployment that names its group itself must stay below its user's name.
    private static Stream<String> consumersHaveGroups(Manifests manifests) {
        Map<String, List<String>> prefixes = manifests
                .of("KafkaUser")
                .collect(Collectors.toMap(Manifest::name, AccessToTopics::groups, (one, _) -> one, TreeMap::new));
        Stream<String> named = manifests
                .of("Deployment")
                .flatMap(deployment -> deployment
                        .containers()
                        .flatMap(container -> Manifest.items(container.path("env")))
                        .filter(variable -> variable.path("name").asText().matches(".*_GROUP(_ID)?"))
                        .map(variable -> variable.path("value").asText())
                        .filter(group -> missesPrefix(
                                prefixes,
                                deployment.podSpec().path("serviceAccountName").asText(),
                                group))
                        .map(group -> deployment + ": its user may not be in the group " + group));
        Stream<String> configured = Arrays.stream(Service.values())
                .flatMap(service -> Channels.of(service).groups().stream()
                        .filter(group -> missesPrefix(prefixes, service.deployment(), group))
                        .map(group -> "KafkaUser " + service.deployment() + " may not be in the group " + group));
        return Stream.concat(named, configured);
    }

    private static boolean missesPrefix(Map<String, List<String>> prefixes, String user, String group) {
        return prefixes.getOrDefault(user, List.of()).stream().noneMatch(group::startsWith);
    }

    private static List<String> groups(Manifest user) {
        return Manifest.items(user.json().at("/spec/authorization/acls"))
                .filter(acl -> acl.at("/resource/type").asText().equals("group"))
                .map(acl -> acl.at("/resource/name").asText())
                .toList();
    }

    private static Set<String> topics(Manifest user, String operation) {
        return Manifest.items(user.json().at("/spec/authorization/acls"))
                .filter(acl -> acl.at("/resource/type").asText().equals("topic"))
                .filter(acl -> Manifest.items(acl.path("operations"))
                        .anyMatch(each -> each.asText().equals(operation)))
                .map(acl -> acl.at("/resource/name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
