/// What an operator sees of the answering.
///
/// Receives decisions and what became of replies; gives `odzew_responder_decisions`, `odzew_responder_loops` and
/// `odzew_reply_time_seconds` to Prometheus.
@NullMarked
package pl.odzew.responder.answering.micrometer;

import org.jspecify.annotations.NullMarked;
