/// How long things are remembered, as the installation sets it.
///
/// Receives it from the configuration; gives it to the timer that forgets.
@NullMarked
package pl.odzew.responder.answering.config;

import org.jspecify.annotations.NullMarked;
