/// Public holidays by the library Jollyday.
///
/// Receives a day and a country; answers whether that country rests.
@NullMarked
package pl.odzew.responder.hours.jollyday;

import org.jspecify.annotations.NullMarked;
