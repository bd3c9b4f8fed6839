package pl.odzew.kubernetes;

import java.util.List;
import java.util.stream.Stream;

/// One way in which manifests can be wrong.
interface Check {

    /// Sentences that name the document and the place.
    Stream<String> complaints(Manifests manifests);

    /// Everything that is looked at.
    static List<Check> all() {
        return List.of(
                new TypedModels(),
                new Schemas(),
                new Selectors(),
                new PodRules(),
                new References(),
                new Settings(),
                new TopicsOfTheContract(),
                new AccessToTopics(),
                new PostgresRules());
    }

    static List<String> complaintsOfAll(Manifests manifests) {
        return all().stream().flatMap(check -> check.complaints(manifests)).toList();
    }
}
