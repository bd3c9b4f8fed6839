package pl.odzew.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An operator can apply what is here.
@ExtendWith(NeedsKubectl.class)
class OverlaysTest {

    @ParameterizedTest
    @EnumSource
    void everyDocumentHolds(Overlay overlay) {
        assertThat(Check.complaintsOfAll(overlay.render())).isEmpty();
    }

    /// A check that looked at nothing would never complain.
    @ParameterizedTest
    @EnumSource
    void everyDocumentIsLookedAtByASchemaOrListedAsUnchecked(Overlay overlay) {
        assertThat(overlay.render().all())
                .hasSizeGreaterThan(60)
                .allMatch(manifest ->
                        Schemas.of(manifest.kind()).isPresent() != Schemas.WITHOUT.contains(manifest.kind()));
    }

    /// What stays in the cluster when the overlay is applied twice belongs to one namespace.
    @ParameterizedTest
    @EnumSource
    void everythingLiesInTheNamespaceOfTheOverlay(Overlay overlay) {
        // Given
        Manifests manifests = overlay.render();
        String namespace = manifests.of("Namespace").findFirst().orElseThrow().name();

        // When
        Stream<String> namespaces = manifests.all().stream()
                .filter(manifest -> !manifest.is("Namespace"))
                .map(manifest -> manifest.json().at("/metadata/namespace").asText());

        // Then
        assertThat(namespaces).containsOnly(namespace);
    }

    @ParameterizedTest
    @EnumSource
    void allImagesAreOfOneRelease(Overlay overlay) {
        assertThat(overlay.render()
                        .makingPods()
                        .flatMap(Manifest::containers)
                        .map(container -> container.path("image").asText().replaceFirst(".*:", "")))
                .containsOnly(overlay == Overlay.DEV ? "latest" : "0.1.0");
    }
}
