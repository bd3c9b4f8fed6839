/// The embedded servers as a resource of `@QuarkusTest`s.
///
/// Receives the start and the end of a test run from Quarkus. Gives it the configuration that points a
/// service at the servers.
@NullMarked
package pl.odzew.embedded.quarkus;

import org.jspecify.annotations.NullMarked;
