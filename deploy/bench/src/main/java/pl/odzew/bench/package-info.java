/// What Odzew costs and how fast it is, measured by commands: `./odzew bench NAME`.
///
/// A [Benchmark] receives [Settings], drives real processes and servers, and gives a [Report]; [Bench]
/// prints it as a table with the machine's load and writes it as JSON, so that two runs on one machine can
/// be compared. Nothing here is a test of time: a figure that misses its target is shown, and the run still
/// ends well.
@NullMarked
package pl.odzew.bench;

import org.jspecify.annotations.NullMarked;
