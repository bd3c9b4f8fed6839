/// A broker and a database that need nothing but a JDK, for the local run and for tests.
///
/// Receives folders and ports from `pl.odzew.local` and from tests. Gives addresses that Kafka clients and PostgreSQL
/// drivers connect to; the topics in the broker are those of `pl.odzew.events.catalogue`.
@NullMarked
package pl.odzew.embedded;

import org.jspecify.annotations.NullMarked;
