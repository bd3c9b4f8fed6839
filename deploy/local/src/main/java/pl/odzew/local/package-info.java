/// Runs the whole of Odzew on one machine: broker, database, stand-ins for the outside world, and the real services.
///
/// Receives a data folder and a first port from the command line. Gives a running installation, a table of its
/// addresses, and files in the data folder by which `pl.odzew.endtoend` and the next start find it.
@NullMarked
package pl.odzew.local;

import org.jspecify.annotations.NullMarked;
