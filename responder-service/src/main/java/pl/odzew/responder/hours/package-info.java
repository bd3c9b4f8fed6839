/// When a seller works: hours of each weekday, public holidays, closures, in his time zone.
///
/// Receives what the seller set; gives `wording` and `rule` the answer whether he works at a moment, and when next.
@NullMarked
package pl.odzew.responder.hours;

import org.jspecify.annotations.NullMarked;
