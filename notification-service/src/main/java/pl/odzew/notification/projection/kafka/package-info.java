/// Builds the whole projection anew from the topics.
///
/// Receives events; gives snapshots to `postgres`.
@NullMarked
package pl.odzew.notification.projection.kafka;

import org.jspecify.annotations.NullMarked;
