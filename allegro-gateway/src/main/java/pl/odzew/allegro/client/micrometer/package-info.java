/// What is measured of the calls to Allegro.
///
/// Receives the budget's count; gives it to whoever scrapes.
@NullMarked
package pl.odzew.allegro.client.micrometer;

import org.jspecify.annotations.NullMarked;
