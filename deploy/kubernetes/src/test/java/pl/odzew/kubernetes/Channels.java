package pl.odzew.kubernetes;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.odzew.events.catalogue.Service;

/// What a service consumes, by its own configuration.
///
/// @param topics that some incoming channel reads
/// @param groups in which it reads them
record Channels(Set<String> topics, Set<String> groups) {

    private static final Pattern TOPICS = Pattern.compile("mp\\.messaging\\.incoming\\.[^.]+\\.topics?");
    private static final Pattern GROUP = Pattern.compile("mp\\.messaging\\.incoming\\.[^.]+\\.group\\.id");

    static Channels of(Service service) {
        var properties = new Properties();
        Path file = Kustomize.DEPLOY
                .resolveSibling(service.deployment())
                .resolve("src/main/resources/application.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Channels(
                values(properties, TOPICS.asMatchPredicate()).collect(Collectors.toCollection(TreeSet::new)),
                values(properties, GROUP.asMatchPredicate()).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Stream<String> values(Properties properties, Predicate<String> wanted) {
        return properties.stringPropertyNames().stream()
                .filter(wanted)
                .flatMap(name -> Arrays.stream(resolved(properties, name).split(",")));
    }

    /// A channel may name another property, which a deployment sets.
    private static String resolved(Properties properties, String name) {
        String value = properties.getProperty(name);
        return value.startsWith("${") ? resolved(properties, value.substring(2, value.length() - 1)) : value;
    }
}
