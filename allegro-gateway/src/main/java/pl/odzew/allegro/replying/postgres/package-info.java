/// Intents to answer in PostgreSQL, and the workers that carry them out.
///
/// Receives intents from `kafka`; gives texts to Allegro, and results through the outbox in the transaction that ends
/// a reply. Start with [ReplyWorker].
@NullMarked
package pl.odzew.allegro.replying.postgres;

import org.jspecify.annotations.NullMarked;
