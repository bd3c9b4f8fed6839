/// The story of Odzew as a buyer and a seller live it, told step by step against a running installation.
///
/// Receives the addresses of an installation that `pl.odzew.local` has started. Speaks only what the outside world
/// speaks: the services' REST, Kafka, and the stand-ins' controls; gives a line for each step with what was observed.
@NullMarked
package pl.odzew.endtoend;

import org.jspecify.annotations.NullMarked;
