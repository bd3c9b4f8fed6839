/// What a team of the house may copy; the event catalogue shows it.
///
/// Receives: events from the embedded broker. Gives: the proof that the example works.
@NullMarked
package pl.odzew.embedded.example;

import org.jspecify.annotations.NullMarked;
