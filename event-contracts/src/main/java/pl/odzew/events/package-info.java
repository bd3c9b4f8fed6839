/// What the services tell each other: the identifiers that every event names, and [Event] itself.
///
/// Receives nothing. Gives records to every service; the packages beneath hold one topic's events each, and
/// `catalogue` knows them all by their CloudEvents type.
@NullMarked
package pl.odzew.events;

import org.jspecify.annotations.NullMarked;
