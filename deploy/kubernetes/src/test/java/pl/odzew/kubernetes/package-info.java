/// The manifests, looked at before a cluster sees them.
///
/// Receives: what `kubectl kustomize` renders of each overlay. Gives: a list of complaints, empty when an operator may
/// apply it.
@NullMarked
package pl.odzew.kubernetes;

import org.jspecify.annotations.NullMarked;
