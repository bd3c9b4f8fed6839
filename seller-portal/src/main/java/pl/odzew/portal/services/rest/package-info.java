/// How services are asked: with the seller's token, in good time, and their problems read.
///
/// Receives questions from pages; gives parts, values or exceptions that say whether asking again helps.
@NullMarked
package pl.odzew.portal.services.rest;

import org.jspecify.annotations.NullMarked;
