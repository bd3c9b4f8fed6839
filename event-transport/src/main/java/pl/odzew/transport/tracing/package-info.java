/// One trace for a buyer's message and all that comes of it, through every service and topic.
///
/// Receives events that leave and records that come in, and gives OpenTelemetry a span for each: a producer's from the
/// moment at which the outbox had it, a consumer's until its effect is committed. Off unless an operator turns it on.
@NullMarked
package pl.odzew.transport.tracing;

import org.jspecify.annotations.NullMarked;
