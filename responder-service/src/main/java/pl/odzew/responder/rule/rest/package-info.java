/// The seller's rules and working hours over REST, and what a text looks like when it is filled.
///
/// Receives documents; stores them under the seller's lock and shows what follows from them.
@NullMarked
package pl.odzew.responder.rule.rest;

import org.jspecify.annotations.NullMarked;
