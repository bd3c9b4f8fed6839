/// The limits of an answer, as the installation sets them.
///
/// Receives them from the configuration; gives the decider and the clock to whoever needs them.
@NullMarked
package pl.odzew.responder.decision.config;

import org.jspecify.annotations.NullMarked;
