/// Who asks.
///
/// Receives the caller's verified token; gives the resources the seller for whom they work.
@NullMarked
package pl.odzew.responder.access.rest;

import org.jspecify.annotations.NullMarked;
