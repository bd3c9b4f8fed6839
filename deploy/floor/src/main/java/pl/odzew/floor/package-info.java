/// The least that a service of this shape can cost: raw clients that consume, insert one row and produce, in batches.
///
/// Receives records of any topic; gives a row and a record for each. It decides nothing and remembers nothing,
/// so whatever is slower than it is so for a reason that can be named. Benchmarks run it beside the services.
@NullMarked
package pl.odzew.floor;

import org.jspecify.annotations.NullMarked;
