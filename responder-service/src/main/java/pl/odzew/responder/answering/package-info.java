/// One seller's desk: what is remembered of his buyers, and what happens to it when something comes in.
///
/// Receives messages, answers of persons, results of replies, changes of targets and the seller's wishes
/// from its leaves, which load the desk before and store it afterwards in one transaction; gives recorded
/// decisions to them and, as events of the outbox, replies to the two senders. Pure but for its leaves.
@NullMarked
package pl.odzew.responder.answering;

import org.jspecify.annotations.NullMarked;
