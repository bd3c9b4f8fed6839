/// The request budget in PostgreSQL, where all replicas see it.
///
/// Receives wishes of [pl.odzew.allegro.client.RequestBudget]; gives it permits by the database's clock.
@NullMarked
package pl.odzew.allegro.client.postgres;

import org.jspecify.annotations.NullMarked;
