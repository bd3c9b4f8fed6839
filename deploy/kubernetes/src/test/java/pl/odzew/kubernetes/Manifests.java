package pl.odzew.kubernetes;

import java.util.List;
import java.util.stream.Stream;

/// All documents of one rendering.
record Manifests(List<Manifest> all) {

    Manifests {
        all = List.copyOf(all);
    }

    Stream<Manifest> of(String kind) {
        return all.stream().filter(manifest -> manifest.is(kind));
    }

    Stream<Manifest> makingPods() {
        return all.stream().filter(Manifest::makesPods);
    }

    Manifest get(String kind, String name) {
        return of(kind).filter(manifest -> manifest.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + kind + " " + name));
    }

    boolean has(String kind, String name) {
        return of(kind).anyMatch(manifest -> manifest.name().equals(name));
    }

    Manifests and(Manifests others) {
        return new Manifests(Stream.concat(all.stream(), others.all.stream()).toList());
    }
}
