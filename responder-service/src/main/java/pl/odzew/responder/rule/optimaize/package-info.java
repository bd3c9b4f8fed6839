/// The language of a text by the library language-detector.
///
/// Receives a text; answers its language where it is sure.
@NullMarked
package pl.odzew.responder.rule.optimaize;

import org.jspecify.annotations.NullMarked;
