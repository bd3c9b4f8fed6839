package pl.odzew.kubernetes;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A setting of ours that a pod is given is one that its service reads; a misspelt one would have no effect and no
/// voice.
///
/// Known are the keys in the sources: in `application.properties`, in `@ConfigProperty`, and the methods of
/// `@ConfigMapping`s.
final class Settings implements Check {

    private static final String OURS = "ODZEW_";
    private static final Pattern KEY = Pattern.compile("\\bodzew\\.[a-z0-9.-]*[a-z0-9]");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern METHOD = Pattern.compile("\\b([a-z][a-zA-Z]*)\\(\\);");
    private static final Map<String, Set<String>> KNOWN = new ConcurrentHashMap<>();

    @Override
    public Stream<String> complaints(Manifests manifests) {
        return Stream.concat(
                manifests.makingPods().flatMap(Settings::ofPods),
                manifests
                        .of("ConfigMap")
                        .filter(map -> map.name().startsWith("installation"))
                        .flatMap(map -> ofInstallation(map, manifests)));
    }

    private static Stream<String> ofPods(Manifest pods) {
        String service = service(pods);
        return pods.containers()
                .flatMap(container -> Manifest.items(container.path("env")))
                .map(variable -> variable.path("name").asText())
                .filter(name -> name.startsWith(OURS) && !known(service).contains(name))
                .map(name -> pods + ": " + service + " has no setting " + name);
    }

    /// Every pod gets them; it is enough that one service reads each.
    private static Stream<String> ofInstallation(Manifest map, Manifests manifests) {
        return Manifest.texts(map.json().path("data")).keySet().stream()
                .filter(name -> name.startsWith(OURS))
                .filter(name -> manifests
                        .of("Deployment")
                        .noneMatch(pods -> known(service(pods)).contains(name)))
                .map(name -> map + ": no service has a setting " + name);
    }

    private static String service(Manifest pods) {
        return pods.json().at("/metadata/labels/app.kubernetes.io~1name").asText();
    }

    private static Set<String> known(String service) {
        return KNOWN.computeIfAbsent(service, Settings::read);
    }

    private static Set<String> read(String service) {
        Path sources = Kustomize.DEPLOY.resolveSibling(service).resolve("src/main");
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|properties)"))
                    .map(Settings::text)
                    .flatMap(Settings::keys)
                    .map(Settings::variable)
                    .collect(toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> keys(String source) {
        Stream<String> mapped = MAPPING.matcher(source)
                .results()
                .map(match -> match.group(1))
                .flatMap(prefix -> METHOD.matcher(source)
                        .results()
                        .map(method -> prefix + "." + method.group(1).replaceAll("([A-Z])", "-$1")));
        return Stream.concat(KEY.matcher(source).results().map(MatchResult::group), mapped);
    }

    /// As MicroProfile Config maps names of properties to those of the environment.
    private static String variable(String key) {
        return key.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
