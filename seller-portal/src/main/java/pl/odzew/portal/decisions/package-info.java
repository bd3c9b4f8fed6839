/// What every buyer's message got: an answer, or silence and why.
///
/// Receives recorded decisions from responder-service; gives lists and counts to the pages.
@NullMarked
package pl.odzew.portal.decisions;

import org.jspecify.annotations.NullMarked;
