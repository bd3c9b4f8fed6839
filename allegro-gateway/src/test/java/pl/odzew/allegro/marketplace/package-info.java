/// A stand-in for Allegro that speaks its REST API and OAuth on a real socket, and the actors of tests.
///
/// Receives what allegro-gateway sends, checks it and its own answers against the OpenAPI excerpts, and gives buyers'
/// messages. Tests start [Marketplace] in their own process; the local run starts it in one of its own and steers it
/// through [MarketplaceControl].
@NullMarked
package pl.odzew.allegro.marketplace;

import org.jspecify.annotations.NullMarked;
