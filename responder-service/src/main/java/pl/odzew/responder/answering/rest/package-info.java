/// What was answered, what not and why, and who waits, over REST.
///
/// Receives requests; reads recorded decisions, and gives the seller's word about waiting buyers to his desk.
@NullMarked
package pl.odzew.responder.answering.rest;

import org.jspecify.annotations.NullMarked;
