/// The running system under load and faults, and a judge who counts: `./odzew torture`.
///
/// [Torture] starts an installation of real processes, two of each service; [Load] lets buyers write while
/// [Faults] break things by a plan that the seed decides; [Judge] reads the mail server, the Allegro
/// stand-in, the topics and the sellers' inboxes, and asks the product itself only for the reason of a
/// silence. Counts decide: no buyer answered twice, none left without an answer or a recorded reason,
/// nobody else answered, no false and no missed warning.
@NullMarked
package pl.odzew.endtoend.torture;

import org.jspecify.annotations.NullMarked;
