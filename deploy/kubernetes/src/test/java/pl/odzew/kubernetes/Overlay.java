package pl.odzew.kubernetes;

import java.util.Locale;

/// The installations that this repository describes.
enum Overlay {
    DEV,
    STAGING,
    PRODUCTION;

    /// What an operator applies: the Jobs that migrate, then all else.
    Manifests render() {
        String folder = "overlays/" + name().toLowerCase(Locale.ROOT);
        return Kustomize.render(folder).and(Kustomize.render(folder + "/migrations"));
    }
}
