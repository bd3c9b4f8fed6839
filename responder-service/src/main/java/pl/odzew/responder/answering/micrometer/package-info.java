/// What an operator sees of the answering.
///
/// Receives: from `answering/kafka` what became of replies. Gives: `odzew_reply_time_seconds` to Prometheus.
@NullMarked
package pl.odzew.responder.answering.micrometer;

import org.jspecify.annotations.NullMarked;
